"""Yang sama di semua jenis berhenti dengan pensiun: datanya, keputusannya, paket berkasnya, dan efeknya di register."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from kasuari.aparatur.pegawai import label
from kasuari.aparatur.usulan import efek, rangka
from kasuari.aparatur.usulan import naskah as bagian
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.efek import Ubahan
from kasuari.aparatur.usulan.gaji import gaji_terakhir, masa_kerja
from kasuari.aparatur.usulan.models import Usulan
from kasuari.aparatur.usulan.proses import susun
from kasuari.aparatur.usulan.rangka import Isian, Jenis, Naskah, Timbang
from kasuari.aturan.buku import Buku
from kasuari.aturan.masa_kerja import selisih_bulan
from kasuari.aturan.register import kedudukan_keluar
from kasuari.dasar.dokumen import surat
from kasuari.dasar.dokumen.naskah import KEPUTUSAN, Diktum, Keputusan, LampiranNaskah
from kasuari.dasar.rupa.bentuk import rupiah, rupiah_naskah, tanggal, tanggal_naskah

PERLU = ("status", "golongan", "kgb", "keluarga")
SERI = "sk_pensiun"
MENGINGAT = (
    "Undang-Undang Nomor 11 Tahun 1969 tentang Pensiun Pegawai dan Pensiun Janda/Duda Pegawai",
    "Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara",
    "Peraturan Pemerintah Nomor 11 Tahun 2017 tentang Manajemen Pegawai Negeri Sipil sebagaimana telah diubah dengan "
    "Peraturan Pemerintah Nomor 17 Tahun 2020",
)


def daftarkan(
    kode: str, judul: Any, ringkas: Any, mulai: str, timbang: Any, isi: tuple[Any, Any], borang: Any, syarat: Any, urut: int,
    perlu: tuple[str, ...] = PERLU, **lain: Any,
) -> Jenis:  # fmt: skip
    """Mendaftarkan satu jenis pensiun PNS; `isi`: (naskah, terapkan). Suratnya tertutup bagi umum, dan BKN ikut memutus."""
    templat = surat.Templat(f"usulan_{kode}", 1, "Keputusan pensiun", KEPUTUSAN, tertutup=True)
    return rangka.daftarkan(
        Jenis(
            kode, judul, ringkas, mulai, frozenset({"pns"}), perlu, susun(kode, judul, mulai=mulai, bkn=True),
            surat.daftarkan(templat, efek.terbit), SERI, timbang, *isi, borang=borang, syarat=syarat, sajikan=sajikan, bkn=True,
            pejabat="pensiun", paket=paket, aktif=False, urut=urut, **lain,
        )
    )  # fmt: skip


def hari_isian(data: Mapping[str, Any], kunci: str) -> date | None:
    """Tanggal dari isian tersimpan; None bila kosong atau tidak terbaca."""
    nilai = data.get(kunci)
    if isinstance(nilai, date):
        return nilai
    try:
        return date.fromisoformat(nilai) if nilai else None
    except (TypeError, ValueError):
        return None


def sudah_keluar(b: Bahan, buku: Buku) -> list[str]:
    """Kekurangan bila berhentinya sudah tercatat, juga yang baru mulai kelak."""
    s = next(iter(b.semua("status")), None)
    if s is not None and (s.nihil or s.kedudukan in kedudukan_keluar(buku)):
        return [_("Berhentinya sudah tercatat mulai %(t)s.") % {"t": tanggal(s.mulai)}]
    return []


def _anggota(f: Any) -> dict[str, Any]:
    return {
        "nama": f.nama, "hubungan": f.hubungan, "lahir": f.lahir.isoformat() if f.lahir else "",
        "tertanggung": f.tertanggung,
    }  # fmt: skip


def timbang_umum(b: Bahan, tmt: date, isian: Isian, buku: Buku) -> tuple[dict[str, Any], list[str]]:
    """(isi, kurang) yang sama bagi semua jenis: golongan, gaji, masa kerja dan keluarga pada hari terakhir bekerja."""
    hari = tmt - timedelta(days=1)
    s, g, k = b.pada("status", hari), b.pada("golongan", hari), b.pada("kgb", hari)
    gaji = gaji_terakhir(b, hari)
    keluarga = [_anggota(f) for f in b.berlaku("keluarga", hari)]
    kurang = sudah_keluar(b, buku)
    for ada, kalimat in (
        (s, _("Status kepegawaian belum tercatat di register.")),
        (g, _("Golongan belum tercatat di register.")),
        (k, _("KGB terakhir belum tercatat. Catat surat KGB atau SK terakhirnya di lembar pegawai.")),
        (b.p.tmt_cpns, _("TMT CPNS belum tercatat, jadi masa kerjanya belum dapat dihitung.")),
        (
            keluarga or isian.data.get("tanpa_keluarga"),
            _(
                "Keluarga belum tercatat. Catat suami, istri, dan anak di lembar pegawai, atau tandai bahwa memang tidak ada."
            ),
        ),
    ):
        if not ada:
            kurang.append(kalimat)
    mk = selisih_bulan(b.p.tmt_cpns, tmt) if b.p.tmt_cpns and b.p.tmt_cpns <= tmt else 0
    isi = {
        "tmt": tmt.isoformat(), "jenis": s.jenis if s else "", "golongan": g.golongan if g else "", "mk": [mk // 12, mk % 12],
        "gaji": gaji.gaji if gaji else None, "keluarga": keluarga,
    }  # fmt: skip
    return isi, kurang


def masa_kerja_kurang(isi: Mapping[str, Any], buku: Buku, kunci: str) -> list[str]:
    """Kekurangan bila masa kerjanya belum cukup bagi hak pensiun `kunci` (tahun)."""
    perlu = int(buku.tabel("pensiun_masa_kerja")[kunci])
    tahun, bulan = isi["mk"]
    if tahun >= perlu:
        return []
    return [
        _("Masa kerja pada TMT %(n)s tahun %(b)s bulan; hak pensiun perlu %(p)s tahun (%(d)s).")
        % {"n": tahun, "b": bulan, "p": perlu, "d": buku.versi("pensiun_masa_kerja").dasar}
    ]


def awal_bulan_kurang(tmt: date) -> list[str]:
    return [] if tmt.day == 1 else [_("TMT pensiun selalu tanggal 1. Pilih tanggal 1 bulan itu.")]


def keputusan(
    u: Usulan, b: Bahan, isi: Mapping[str, Any], *, tentang: str, menimbang: Sequence[str], diktum: Sequence[Diktum | str]
) -> Naskah:  # fmt: skip
    """Keputusan pemberhentian a.n. kepala daerah, dengan keluarga yang berhak di lampirannya."""
    keluarga = LampiranNaskah(
        "Keluarga yang tercatat pada register kepegawaian", ("Nama", "Hubungan", "Tanggal lahir", "Dalam tanggungan"),
        [_baris_keluarga(k) for k in isi["keluarga"]], lebar=(4, 2, 2, 2),
    ) if isi["keluarga"] else None  # fmt: skip
    data = Keputusan(
        bagian.kop_kepala_daerah(), bagian.kepala_daerah(), tentang, list(menimbang), MENGINGAT, list(diktum),
        memperhatikan=bagian.pertek(u), tembusan=bagian.tembusan("pensiun"), lampiran=keluarga,
    )  # fmt: skip
    return Naskah(data.data(), atas_nama=bagian.kepala_daerah())


def _baris_keluarga(k: Mapping[str, Any]) -> tuple[str, str, str, str]:
    lahir = tanggal_naskah(date.fromisoformat(k["lahir"])) if k["lahir"] else "belum tercatat"
    return k["nama"], HUBUNGAN[k["hubungan"]], lahir, "ya" if k["tertanggung"] else "tidak"


HUBUNGAN = {"pasangan": "Suami/istri", "anak": "Anak", "ayah": "Ayah", "ibu": "Ibu"}


def sajikan(isi: Mapping[str, Any]) -> list[tuple[Any, Any]]:
    """Yang diputuskan, bagi yang memeriksa."""
    hasil = [
        (_("Berhenti mulai"), tanggal(date.fromisoformat(isi["tmt"]))),
        (_("Masa kerja"), masa_kerja(isi["mk"])),
        (_("Gaji pokok terakhir"), rupiah(isi["gaji"]) if isi["gaji"] else "–"),
        (_("Keluarga tercatat"), ", ".join(k["nama"] for k in isi["keluarga"]) or "–"),
    ]
    if "hak" in isi:
        hasil.append(
            (_("Hak pensiun"), _("ada") if isi["hak"] else _("tidak ada: masa kerjanya belum cukup"))
        )
    if isi.get("mpp"):
        hasil.append((_("Mulai masa persiapan pensiun (MPP)"), tanggal(date.fromisoformat(isi["mpp"]))))
    if isi.get("ahli_waris"):
        hasil.append((_("Ahli waris"), isi["ahli_waris"]["nama"]))
    return hasil


def data_pegawai(b: Bahan, isi: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Identitas dan data kepangkatan pada hari terakhir bekerja, seperti ditulis di diktum."""
    return [
        *bagian.identitas(b),
        ("Tempat, tanggal lahir", f"{b.p.tempat_lahir or '-'}, {tanggal_naskah(b.p.lahir)}"),
        ("Masa kerja pensiun", bagian.masa_kerja(*isi["mk"])),
        ("Gaji pokok terakhir", rupiah_naskah(isi["gaji"])),
    ]


PENSIUN_POKOK = "Besar pensiun pokok dan pembayarannya mengikuti pertimbangan teknis Badan Kepegawaian Negara dan ketentuan PT Taspen (Persero)."
PERBAIKAN = "Apabila di kemudian hari terdapat kekeliruan dalam keputusan ini, akan diadakan perbaikan sebagaimana mestinya."
BERLAKU = "Keputusan ini mulai berlaku pada tanggal ditetapkan."


def berhenti(ubahan: Ubahan, isi: Mapping[str, Any], kedudukan: str, sebab: str) -> None:
    """Status menjadi `kedudukan` dan semua jabatan berakhir pada TMT. Akunnya ditutup pekerjaan harian."""
    tmt = date.fromisoformat(isi["tmt"])
    ubahan.buka("status", tmt, {"jenis": isi["jenis"], "kedudukan": kedudukan, "sebab": sebab})
    ubahan.akhiri_jabatan(tmt)


def paket(u: Usulan, b: Bahan, t: Timbang) -> dict[str, Any]:
    """Data paket pensiun: daftar berkas, DPCP, dan formulir Taspen. Yang tidak ada di register kosong, diisi pegawainya."""
    isi = t.isi
    keluarga = [list(_baris_keluarga(k)) for k in isi.get("keluarga", ())]
    umum = [
        ("Nama", b.p.orang.nama_gelar), ("NIP", b.p.nip), ("Tempat lahir", b.p.tempat_lahir),
        ("Tanggal lahir", tanggal_naskah(b.p.lahir)), ("Jenis kelamin", "Laki-laki" if b.p.jk == "L" else "Perempuan"),
        ("Pangkat/golongan", bagian.pangkat(b.p.kini.golongan)), ("Jabatan terakhir", b.p.kini.jabatan),
        ("Unit kerja", bagian.nama_unit(b)), ("TMT CPNS", tanggal_naskah(b.p.tmt_cpns) if b.p.tmt_cpns else ""),
        ("TMT berhenti", tanggal_naskah(date.fromisoformat(isi["tmt"])) if isi.get("tmt") else ""),
        ("Masa kerja pensiun", bagian.masa_kerja(*isi["mk"]) if isi.get("mk") else ""),
        ("Gaji pokok terakhir", rupiah_naskah(isi["gaji"]) if isi.get("gaji") else ""),
    ]  # fmt: skip
    pasangan = next((k for k in keluarga if k[1] == HUBUNGAN["pasangan"]), ["", "", "", ""])
    waris = isi.get("ahli_waris", {})
    taspen = [
        ("Nama pemohon", waris.get("nama") or b.p.orang.nama_gelar), ("NIP peserta", b.p.nip),
        ("Hubungan dengan peserta", HUBUNGAN[waris["hubungan"]] if waris else "Peserta sendiri"),
        ("Nama suami/istri", pasangan[0]), ("Tanggal lahir suami/istri", pasangan[2]), ("Alamat sesudah pensiun", ""),
        ("Nomor telepon", ""), ("E-mail", b.p.orang.email or ""), ("NPWP", ""), ("Bank atau kantor bayar", ""),
        ("Nomor rekening", ""), ("Tanda tangan pemohon", ""),
    ]  # fmt: skip
    return {
        **bagian.kop().data(), "umum": umum, "keluarga": keluarga, "taspen": taspen, "kurang": list(t.kurang),
        "status": str(label.JENIS_ASN.get(b.p.kini.jenis, "")),
    }  # fmt: skip
