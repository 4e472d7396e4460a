"""Bagian naskah yang sama di semua jenis usulan: kop, tembusan, dan identitas pegawai."""

from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.models import Usulan, UsulBkn
from kasuari.aparatur.usulan.pejabat import KEPALA_DAERAH, penandatangan
from kasuari.aturan.golongan import PANGKAT
from kasuari.dasar.dokumen import naskah
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.ketentuan import selectors as ketentuan
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.rupa.bentuk import tanggal_naskah


def pangkat(golongan: str) -> str:
    """'Penata Muda (III/a)'; golongan PPPK tanpa pangkat ditulis apa adanya."""
    return f"{PANGKAT[golongan]} ({golongan})" if golongan in PANGKAT else golongan or "-"


def kop() -> naskah.Kop:
    """Kop badan kepegawaian: unit yang dipimpin pejabat 'kepala_bkpsdm'."""
    kode = str(ketentuan.buku(hari_ini()).tabel("usulan_pos").get("kepala_bkpsdm", ""))
    unit = organisasi.unit_hidup().filter(unit__kode__iexact=kode).values_list("nama", flat=True).first()
    return naskah.kop_daerah(unit or "")


def kop_penandatangan(u: Usulan) -> naskah.Kop:
    """Kop menurut yang menandatangani: kop jabatan bagi kepala daerah, kalau tidak perangkat daerah yang dipimpinnya."""
    pejabat, pos = penandatangan(u.kasus)
    if pejabat == KEPALA_DAERAH:
        return kop_kepala_daerah()
    unit = (
        organisasi.pos_pada(hari_ini(), subjek=[pos]).values_list("unit_id", flat=True).first()
        if pos
        else None
    )
    return kop_opd(unit) if unit else kop()


def _opd(unit_id: int) -> str:
    opd = organisasi.unit_hidup().filter(unit=unit_id).values_list("opd_id", flat=True).first()
    return organisasi.unit_hidup().filter(unit=opd).values_list("nama", flat=True).first() or ""


def kop_opd(unit_id: int) -> naskah.Kop:
    """Kop perangkat daerah yang membawahi unit itu."""
    return naskah.kop_daerah(_opd(unit_id))


def kop_kepala_daerah() -> naskah.Kop:
    """Kop jabatan bagi keputusan yang ditetapkan atas nama kepala daerah."""
    return naskah.kop_daerah(jabatan=kepala_daerah().upper())


def kepala_daerah() -> str:
    """'Wali Kota Sorong' atau 'Bupati Sorong', dari profil daerah (sebutan 'kepala_daerah', atau menurut jenis daerahnya)."""
    p = organisasi.profil()
    sebutan = p.sebutan.get("kepala_daerah") or ("Wali Kota" if p.nama.startswith("Kota ") else "Bupati")
    return f"{sebutan} {p.nama.removeprefix('Kota ').removeprefix('Kabupaten ')}"


def tembusan(kunci: str) -> list[str]:
    tabel = ketentuan.buku(hari_ini()).tabel("usulan_tembusan")
    return [b.strip() for b in str(tabel.get(kunci, tabel["bawaan"])).split(";") if b.strip()]


def pertek(u: Usulan) -> list[str]:
    """Kalimat 'Memperhatikan' tentang persetujuan teknis BKN; kosong bila tidak ada."""
    b = UsulBkn.objects.filter(usulan=u, keadaan="pertek").first()
    if b is None:
        return []
    return [
        f"Pertimbangan teknis Badan Kepegawaian Negara nomor {b.nomor} tanggal {tanggal_naskah(b.tanggal)}"
    ]


def nama_unit(b: Bahan) -> str:
    u = organisasi.unit_hidup().filter(unit=b.p.kini.unit_id).values_list("nama", flat=True).first()
    return u or organisasi.profil().nama


def identitas(b: Bahan) -> list[tuple[str, str]]:
    return [
        ("Nama", b.p.orang.nama_gelar),
        ("NIP", b.p.nip),
        (
            "Golongan" if b.p.kini.jenis.startswith("pppk") else "Pangkat/golongan ruang",
            pangkat(b.p.kini.golongan),
        ),
        ("Jabatan", b.p.kini.jabatan or "-"),
        ("Unit kerja", nama_unit(b)),
    ]


def identitas_asal(b: Bahan, unit_id: int) -> list[tuple[str, str]]:
    """Identitas bagi yang mungkin sudah berhenti: jabatan dan unitnya yang terakhir."""
    if b.p.kini.jabatan:
        return identitas(b)
    tugas = organisasi.riwayat_penugasan(b.p.orang_id)
    terakhir = next((k.nama if k else t.nama_luar for t, k, _u in tugas), "-")
    unit = organisasi.unit_hidup().filter(unit=unit_id).values_list("nama", flat=True).first() or "-"
    ganti = {"Jabatan": f"{terakhir} (terakhir)", "Unit kerja": unit}
    return [(label, ganti.get(label, nilai)) for label, nilai in identitas(b)]


def masa_kerja(tahun: int, bulan: int) -> str:
    return f"{tahun} tahun {bulan} bulan"
