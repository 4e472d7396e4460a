"""Benda bagi alamat ber-UUID di `izin.csv`: satu pembuat per nama alamat. Ruang lain menambah barisnya di sini.

Pembuat mengembalikan (milik, asing): argumen alamat untuk benda di dalam Dinas Pendidikan (milik Maria, guru
SD Negeri 1) dan benda di luarnya (milik Ester, Dinas Kesehatan). Dipanggil sekali tiap baris; tiap selnya dibatalkan sendiri.
"""

import io
import uuid
from collections.abc import Callable
from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from pypdf import PdfWriter

from kasuari.aparatur.cuti import service as cuti
from kasuari.aparatur.cuti.models import PermohonanCuti
from kasuari.aparatur.disiplin import service as disiplin
from kasuari.aparatur.disiplin.models import Pemeriksaan
from kasuari.aparatur.pegawai import indikator
from kasuari.aparatur.pegawai import service as pegawai
from kasuari.aparatur.pegawai.models import Ekspor, RiwayatGolongan, SelisihSiasn
from kasuari.aparatur.pegawai.riwayat import BarisRiwayat
from kasuari.aparatur.profesionalitas import service as profesionalitas
from kasuari.aparatur.usulan import massal
from kasuari.aparatur.usulan import service as usulan
from kasuari.aparatur.usulan.massal import Calon
from kasuari.aparatur.usulan.models import Usulan
from kasuari.aturan.buku import Buku
from kasuari.dasar.akun.models import UsulanPeran
from kasuari.dasar.akun.pelaku import susun_pelaku
from kasuari.dasar.alur import service as alur
from kasuari.dasar.dokumen import basah as tanda_basah
from kasuari.dasar.dokumen import naskah, nomor, surat
from kasuari.dasar.dokumen.models import Surat
from kasuari.dasar.dokumen.tests.test_naskah import NAIK, WALI_KOTA
from kasuari.dasar.impor import service as impor
from kasuari.dasar.inti.pelaku import sistem
from kasuari.dasar.inti.waktu import pada_saat, sekarang
from kasuari.dasar.jejak.models import Jejak
from kasuari.dasar.ketentuan import service as ketentuan
from kasuari.dasar.organisasi.models import Penugasan, PosKeadaan, Unit
from tests import kota_kecil

Argumen = dict[str, Any]
PEMBUAT: dict[str, Callable[[], tuple[Argumen, Argumen]]] = {}
# Isi kiriman POST menurut nama alamat; bawaannya kosong (422 berarti izinnya lolos, isiannya belum).
KIRIMAN: dict[str, dict[str, str]] = {
    "surat:ulang": {"kunci": str(uuid.uuid4())},
    "akun_bahasa": {"language": "id", "next": "/kerja/saya/akun/"},
    "profesionalitas:hitung": {"tahun": "2025", "kunci": str(uuid.uuid4())},
}


def benda(*nama: str) -> Callable[[Callable[[], tuple[Argumen, Argumen]]], None]:
    def pasang(fungsi: Callable[[], tuple[Argumen, Argumen]]) -> None:
        for n in nama:
            PEMBUAT[n] = fungsi

    return pasang


@benda(
    "sistem_akun_satu", "sistem_akun_peran", "sistem_akun_akhiri", "sistem_akun_atur_ulang", "surat_aktivasi"
)
def _akun() -> tuple[Argumen, Argumen]:
    return {"uid": kota_kecil.orang("maria").akun.uid}, {"uid": kota_kecil.orang("ester").akun.uid}


@benda("sistem_usulan_satu")
def _usulan() -> tuple[Argumen, Argumen]:
    def satu(nama: str) -> Argumen:
        u = UsulanPeran.objects.create(
            akun=kota_kecil.orang(nama).akun, peran="bkpsdm", mulai=date(2026, 12, 1), alasan="ST 1",
            pengusul=kota_kecil.orang("lukas").akun, diusulkan=sekarang(),
        )  # fmt: skip
        return {"uid": u.uid}

    return satu("maria"), satu("ester")


def _larian() -> Any:
    """Larian 2025 oleh sistem; tiap sel membuatnya di dalam transaksinya sendiri."""
    hasil = profesionalitas.hitung_tahun(sistem("izin"), tahun=2025, kunci=uuid.uuid4())
    return hasil.uid


@benda("profesionalitas:ulang")
def _ulang() -> tuple[Argumen, Argumen]:
    uid = _larian()
    return {"larian_id": uid}, {"larian_id": uid}


@benda("profesionalitas:unduh")
def _unduh_ip() -> tuple[Argumen, Argumen]:
    return tuple({**a, "bentuk": "xlsx"} for a in _unit_ip())  # type: ignore[return-value]


def _unit_ip() -> tuple[Argumen, Argumen]:
    _larian()
    uid = dict(Unit.objects.values_list("kode", "uid"))
    return {"tahun": 2025, "uid": uid["dik"]}, {"tahun": 2025, "uid": uid["kes"]}


benda("profesionalitas:unit")(_unit_ip)


@benda("profesionalitas:orang")
def _orang_ip() -> tuple[Argumen, Argumen]:
    _larian()
    return tuple({"tahun": 2025, "uid": kota_kecil.orang(n).pegawai.uid} for n in ("maria", "ester"))  # type: ignore[return-value]


@benda("baca_kabar")
def _kabar() -> tuple[Argumen, Argumen]:
    return {"uid": uuid.uuid4()}, {"uid": uuid.uuid4()}


@benda("data_unduh")
def _data() -> tuple[Argumen, Argumen]:
    indikator.definisikan()
    return {"kode": indikator.MUTU}, {"kode": "entah"}


@benda("tur_masuk")
def _tur() -> tuple[Argumen, Argumen]:
    return {"langkah": "register"}, {"langkah": "entah"}


def _dua(susun: Callable[[Any], Argumen]) -> tuple[Argumen, Argumen]:
    return susun(kota_kecil.orang("maria")), susun(kota_kecil.orang("ester"))


@benda("pegawai:lembar")
def _lembar() -> tuple[Argumen, Argumen]:
    return _dua(lambda o: {"uid": o.pegawai.uid})


@benda("pegawai:riwayat_baru")
def _riwayat_baru() -> tuple[Argumen, Argumen]:
    return _dua(lambda o: {"uid": o.pegawai.uid, "kode": "golongan"})


@benda("pegawai:riwayat_perbaiki", "pegawai:riwayat_batalkan")
def _riwayat() -> tuple[Argumen, Argumen]:
    def satu(o: Any) -> Argumen:
        fakta = RiwayatGolongan.objects.get(subjek=o.pegawai, ditutup=None)
        return {"uid": o.pegawai.uid, "kode": "golongan", "fakta": fakta.uid}

    return _dua(satu)


@benda("pegawai:riwayat_dokumen")
def _dokumen() -> tuple[Argumen, Argumen]:
    def satu(o: Any) -> Argumen:
        isi = {"golongan": "III/d", "mk_tahun": 5}
        berkas = SimpleUploadedFile("sk.pdf", b"%PDF-1.4 SK")
        baris = [BarisRiwayat(o.pegawai.uid, date(2026, 4, 1), isi)]
        f = pegawai.catat_riwayat(sistem(), kode="golongan", baris=baris, berkas=berkas, kunci=uuid.uuid4())
        return {"uid": o.pegawai.uid, "kode": "golongan", "fakta": f.uid}

    return _dua(satu)


@benda("pegawai:ekspor_hasil", "pegawai:ekspor_ambil")
def _ekspor() -> tuple[Argumen, Argumen]:
    def satu(o: Any) -> Argumen:
        e = Ekspor.objects.create(bentuk="duk", akun=o.akun.uid, orang=o.orang.uid, dibuat=sekarang())
        return {"uid": e.uid}

    return _dua(satu)


@benda("pegawai:selisih_putus")
def _selisih() -> tuple[Argumen, Argumen]:
    def satu(o: Any) -> Argumen:
        s = SelisihSiasn.objects.create(
            pegawai=o.pegawai, kolom="nama", kami="A", siasn="B", ditarik=sekarang()
        )
        return {"uid": s.uid}

    return _dua(satu)


@benda("telusur_rinci")
def _peristiwa() -> tuple[Argumen, Argumen]:
    uid = Jejak.objects.earliest("id").uid
    return {"uid": uid}, {"uid": uid}


@benda("jejak_bukti")
def _bukti() -> tuple[Argumen, Argumen]:
    return {"uid": uuid.uuid4()}, {"uid": uuid.uuid4()}


def _uid_pos() -> tuple[Argumen, Argumen]:
    uid = {kode: PosKeadaan.objects.filter(unit__kode=kode).first().subjek.uid for kode in ("sd1", "pkm")}  # type: ignore[union-attr]
    return {"uid": uid["sd1"]}, {"uid": uid["pkm"]}


@benda("organisasi:pos", "organisasi:pos_ubah", "organisasi:cari")
def _pos() -> tuple[Argumen, Argumen]:
    return _uid_pos()


@benda("organisasi:tetapkan")
def _tetapkan() -> tuple[Argumen, Argumen]:
    pos, _ = _uid_pos()
    return tuple({**pos, "orang": kota_kecil.orang(n).orang.uid} for n in ("maria", "ester"))  # type: ignore[return-value]


@benda("organisasi:akhiri")
def _akhiri() -> tuple[Argumen, Argumen]:
    def satu(nama: str) -> Argumen:
        tugas = Penugasan.objects.filter(subjek=kota_kecil.orang(nama).orang, ditutup=None).first()
        return {"uid": tugas.uid}  # type: ignore[union-attr]

    return satu("maria"), satu("ester")


@benda(
    "organisasi:unit", "organisasi:pos_baru", "organisasi:bagan_cabang", "organisasi:bezetting_unit",
    "organisasi:bezetting_unit_unduh", "organisasi:formasi",
)  # fmt: skip
def _unit_organisasi() -> tuple[Argumen, Argumen]:
    uid = dict(Unit.objects.values_list("kode", "uid"))
    return {"uid": uid["sd1"]}, {"uid": uid["pkm"]}


def _impor() -> Argumen:
    """Berkas impor seluruh kota: hanya petugas BKPSDM, siapa pun yang disebut di dalamnya."""
    isi = io.BytesIO(
        b"NIP;Nama;Golongan\n198508012010042003;Maria Kandimor;V/a\n199001152015041002;Yosep Tanagiri;III/a\n"
    )
    hasil = impor.unggah(sistem("izin"), subjek="pegawai", aliran=isi, nama="izin.csv", kunci=uuid.uuid4())
    return {"uid": hasil.uid}


@benda("impor:berkas", "impor:kolom", "impor:kesalahan", "impor:simpan", "impor:periksa")
def _berkas_impor() -> tuple[Argumen, Argumen]:
    a = _impor()
    return a, a


@benda("impor:baris")
def _baris_impor() -> tuple[Argumen, Argumen]:
    a = {**_impor(), "nomor": 2}
    return a, a


@benda("impor:batalkan")
def _batal_impor() -> tuple[Argumen, Argumen]:
    a = _impor()
    impor.simpan(sistem("izin"), berkas=a["uid"], kunci=uuid.uuid4())
    return a, a


def _cuti(nama: str, jenis: str = "tahunan", berkas: bytes | None = None) -> PermohonanCuti:
    rincian = {
        "alasan": "Keluarga",
        "alamat": "Remu",
        "telepon": "",
        "anak_ke": None,
        "keperluan_agama": False,
    }
    isi = cuti.IsiCuti(jenis, date(2026, 12, 14), date(2026, 12, 16), rincian)
    bukti = io.BytesIO(berkas) if berkas else None
    hasil = cuti.ajukan(kota_kecil.orang(nama).pelaku, isi=isi, berkas=bukti, kunci=uuid.uuid4())
    return PermohonanCuti.objects.get(id=hasil.uid)


def _dua_cuti(susun: Callable[[str], PermohonanCuti], **lain: str) -> tuple[Argumen, Argumen]:
    return {"uid": susun("maria").id, **lain}, {"uid": susun("ester").id, **lain}


@benda("cuti:satu")
def _satu_cuti() -> tuple[Argumen, Argumen]:
    return _dua_cuti(_cuti)


@benda("cuti:langkah")
def _langkah_cuti() -> tuple[Argumen, Argumen]:
    return _dua_cuti(_cuti, aksi="tarik")


@benda("cuti:perbaiki")
def _perbaiki_cuti() -> tuple[Argumen, Argumen]:
    def satu(nama: str) -> PermohonanCuti:
        c = _cuti(nama)
        alur.langkahkan(sistem("izin"), c.kasus_id, "kembalikan", c.kasus.versi, alasan="Lengkapi suratnya")
        return c

    return _dua_cuti(satu)


@benda("cuti:bukti")
def _bukti_cuti() -> tuple[Argumen, Argumen]:
    return _dua_cuti(lambda n: _cuti(n, "sakit", b"%PDF-1.4 surat dokter"))


@benda("cuti:surat")
def _surat_cuti() -> tuple[Argumen, Argumen]:
    # Kepala dinas atasan langsung Ester sekaligus yang berwenang; Maria lewat kepala sekolahnya dahulu.
    jalan = {"maria": [("siti", "teruskan"), ("yuliana", "setujui")], "ester": [("dominggus", "setujui")]}

    def satu(nama: str) -> PermohonanCuti:
        c = _cuti(nama)
        for siapa, aksi in jalan[nama]:
            versi = PermohonanCuti.objects.get(id=c.id).kasus.versi
            cuti.putuskan(
                kota_kecil.orang(siapa).pelaku, cuti=c.id, aksi=aksi, versi=versi, kunci=uuid.uuid4()
            )
        surat.tandatangani(PermohonanCuti.objects.get(id=c.id).surat_id)
        return c

    return _dua_cuti(satu)


def _disiplin(nama: str, atasan: str, tahap: str) -> Pemeriksaan:
    """Pemeriksaan yang dilaporkan Inspektorat, sampai satu tahap: 'dipanggil', atau 'bap' yang menunggu yang diperiksa."""
    isi = {
        "pelanggaran": ["Menaati peraturan perundang-undangan"], "dampak": "Unit kerja", "kejadian": date(2026, 11, 20),
        "fakta": "Bekerja tanpa prosedur.", "hari": None,
    }  # fmt: skip
    kunci, hari = uuid.uuid4, date(2026, 11, 30)
    uid = disiplin.buka(
        kota_kecil.orang("otniel").pelaku, nip=kota_kecil.orang(nama).nip, isi=isi, berkas=io.BytesIO(b"%PDF-1.4 bukti"),
        kunci=kunci(),
    ).uid  # fmt: skip
    assert uid is not None
    langkah: list[tuple[str, dict[str, Any]]] = [
        ("panggil", {"tanggal": hari, "jam": "09.00", "tempat": "Ruang rapat"}), ("hadir", {}),
        ("bap", {"tanya_jawab": "T: Benar?\nJ: Benar.", "kesimpulan": "Benar."}),
    ]  # fmt: skip
    for n, (aksi, isi_) in enumerate(langkah[: 3 if tahap == "bap" else 1], 1):
        with pada_saat(hari if n > 1 else kota_kecil.HARI):
            pelaku = kota_kecil.orang(atasan).pelaku
            disiplin.langkah(pelaku, uid=uid, aksi=aksi, versi=n, isi=isi_, kunci=kunci())
    return Pemeriksaan.objects.get(id=uid)


def _dua_disiplin(
    susun: Callable[[Pemeriksaan], Argumen], tahap: str = "dipanggil"
) -> tuple[Argumen, Argumen]:
    """(tentang Maria, tentang Lukas): yang kedua di luar Dinas Pendidikan."""
    return susun(_disiplin("maria", "siti", tahap)), susun(_disiplin("lukas", "ruth", tahap))


@benda("disiplin:satu", "disiplin:pendapat", "disiplin:bebas")
def _satu_disiplin() -> tuple[Argumen, Argumen]:
    return _dua_disiplin(lambda p: {"uid": p.id})


@benda("disiplin:langkah")
def _langkah_disiplin() -> tuple[Argumen, Argumen]:
    return _dua_disiplin(lambda p: {"uid": p.id, "aksi": "menolak"}, "bap")


@benda("disiplin:bukti")
def _bukti_disiplin() -> tuple[Argumen, Argumen]:
    return _dua_disiplin(lambda p: {"uid": p.id, "lembar": p.lembar.get(aksi="lapor").id})


@benda("disiplin:surat")
def _surat_disiplin() -> tuple[Argumen, Argumen]:
    def satu(p: Pemeriksaan) -> Argumen:
        id_ = p.surat.get().surat_id
        surat.tandatangani(id_)
        return {"uid": p.id, "surat": id_}

    return _dua_disiplin(satu)


@benda("sah_satu")
def _sah() -> tuple[Argumen, Argumen]:
    return {"kode": "AAAAAAAA"}, {"kode": "entah"}


@benda("aturan:hitung_satu")
def _hitungan() -> tuple[Argumen, Argumen]:
    return {"kode": "gaji"}, {"kode": "entah"}


@benda("aturan:parameter")
def _parameter() -> tuple[Argumen, Argumen]:
    return {"kode": "gaji_pokok_pns"}, {"kode": "entah"}


@benda("aturan:unduh")
def _unduh_parameter() -> tuple[Argumen, Argumen]:
    return {"kode": "gaji_pokok_pns", "bentuk": "csv"}, {"kode": "entah", "bentuk": "json"}


@benda("aturan:pokok", "aturan:coba")
def _pokok() -> tuple[Argumen, Argumen]:
    return {"kode": "thr"}, {"kode": "entah"}


@benda("aturan:coba_skema", "aturan:skema")
def _coba_skema() -> tuple[Argumen, Argumen]:
    return {"kode": "ip_asn", "skema": "perban8_2019"}, {"kode": "ip_asn", "skema": "entah"}


@benda("ketentuan:usulkan")
def _usulkan() -> tuple[Argumen, Argumen]:
    """Yang bersumber nasional tidak dapat diusulkan siapa pun."""
    return {"kode": "pensiun_mpp_bulan"}, {"kode": "kgb_selang_tahun"}


def _usul_ketentuan() -> Argumen:
    hasil = ketentuan.usulkan(
        kota_kecil.orang("frans").pelaku, kode="pensiun_mpp_bulan", sel="", berlaku=date(2026, 1, 1), nilai="6",
        alasan="Menurut rapat anggaran", dasar="Perwal 7/2026", surat=io.BytesIO(b"%PDF-1.4 perwal"),
        nama_surat="perwal.pdf", kunci=uuid.uuid4(),
    )  # fmt: skip
    return {"uid": hasil.uid}


@benda("ketentuan:satu", "ketentuan:surat")
def _ketentuan() -> tuple[Argumen, Argumen]:
    a = _usul_ketentuan()
    return a, a


@benda("ketentuan:putuskan")
def _putuskan_ketentuan() -> tuple[Argumen, Argumen]:
    a = {**_usul_ketentuan(), "aksi": "setujui"}
    return a, a


TEMPLAT_SURAT = surat.DAFTAR.setdefault(
    ("uji.izin", 1), surat.Templat("uji.izin", 1, "Keputusan contoh", naskah.KEPUTUSAN, contoh=NAIK.data)
)


def _surat(kode: str, tanda: bool = True, basah: bool = False) -> Surat:
    """Satu keputusan bagi pegawai unit `kode`, sendirian di kelompoknya."""
    unit = Unit.objects.get(kode=kode)
    baris = [surat.BarisSurat(NAIK.data(), WALI_KOTA, unit=unit.id)]
    buku = Buku.susun(kota_kecil.HARI)
    (s,) = surat.siapkan(
        sistem("izin"), TEMPLAT_SURAT, "surat_keterangan", baris, buku, kelompok=uuid.uuid4()
    )
    if basah:
        Surat.objects.filter(id=s.id).update(basah=True, dicetak=s.dibuat)
    elif tanda:
        surat.tandatangani(s.id)
    return s


def _dua_surat(**lain: bool) -> tuple[Argumen, Argumen]:
    return {"uid": _surat("sd1", **lain).id}, {"uid": _surat("pkm", **lain).id}


benda("surat:satu", "surat:berkas", "surat:turunan")(_dua_surat)
benda("surat:alihkan")(lambda: _dua_surat(tanda=False))
benda("surat:nomor", "surat:sisip", "surat:cetak", "surat:pindai")(lambda: _dua_surat(basah=True))


@benda("surat:kelompok", "surat:ulang")
def _kelompok_surat() -> tuple[Argumen, Argumen]:
    return {"uid": _surat("sd1").kelompok}, {"uid": _surat("pkm").kelompok}


@benda("surat:pindaian", "surat:putus")
def _pindaian_surat() -> tuple[Argumen, Argumen]:
    def satu(kode: str) -> Argumen:
        s, isi, tulis = _surat(kode, basah=True), io.BytesIO(), PdfWriter()
        tulis.add_blank_page(595, 842)
        tulis.write(isi)
        isi.seek(0)
        tanda_basah.unggah(kota_kecil.orang("frans").pelaku, s, isi)
        return {"uid": s.id}

    return satu("sd1"), satu("pkm")


@benda("surat:kembalikan")
def _nomor_sisih() -> tuple[Argumen, Argumen]:
    (ke,) = nomor.cadangkan(sistem("izin"), "surat_keterangan", Unit.objects.get(kode="sd1").uid, 1)
    a = {"seri": "surat_keterangan", "tahun": kota_kecil.HARI.year, "ke": ke}
    return a, a


@benda("usulan:ajukan")
def _jenis_sendiri() -> tuple[Argumen, Argumen]:
    return {"jenis": "keterangan_aktif"}, {"jenis": "kgb"}


@benda("usulan:jatuh")
def _jenis_jatuh() -> tuple[Argumen, Argumen]:
    return {"jenis": "kgb"}, {"jenis": "entah"}


def _bagi(**lain: str) -> tuple[Argumen, Argumen]:
    milik, asing = ({"pegawai": kota_kecil.orang(n).pegawai.uid, **lain} for n in ("maria", "ester"))
    return milik, asing


@benda("usulan:susun_pilih")
def _pegawai_usulan() -> tuple[Argumen, Argumen]:
    return _bagi()


@benda("usulan:susun")
def _susun_usulan() -> tuple[Argumen, Argumen]:
    return _bagi(jenis="kgb")


def _kgb(nama: str, *langkah: tuple[str, str]) -> Usulan:
    """Konsep KGB: milik Maria disusun Naomi (unit), milik Ester disusun Frans (BKPSDM)."""
    oleh, tmt = {"maria": ("naomi", date(2027, 4, 1)), "ester": ("frans", date(2026, 4, 1))}[nama]
    if nama == "ester":  # PPPK: KGB-nya di dalam perjanjian kerja
        kontrak = {"nomor": "PK-1/2024", "ke": 1, "jenis": "penuh"}
        baris = BarisRiwayat(
            kota_kecil.orang(nama).pegawai.uid, date(2024, 3, 1), kontrak, sampai=date(2029, 3, 1)
        )
        pegawai.catat_riwayat(sistem("izin"), kode="kontrak", baris=[baris], kunci=uuid.uuid4())
    hasil = usulan.susun(
        kota_kecil.orang(oleh).pelaku, jenis="kgb", pegawai=kota_kecil.orang(nama).pegawai.uid, tmt=tmt, isian={},
        berkas={"sk": io.BytesIO(b"%PDF-1.4 sk lama")}, kunci=uuid.uuid4(),
    )  # fmt: skip
    for siapa, aksi in langkah:
        pelaku = susun_pelaku(kota_kecil.orang(siapa).akun, sudo=True)
        versi = Usulan.objects.get(id=hasil.uid).kasus.versi
        usulan.langkahkan(pelaku, usulan=hasil.uid, aksi=aksi, versi=versi, kunci=uuid.uuid4())
    return Usulan.objects.get(id=hasil.uid)


DIKIRIM = {"maria": (("naomi", "ajukan"),), "ester": (("frans", "ajukan"),)}
TERBIT = {"maria": (("naomi", "ajukan"), ("frans", "terima"), ("ruth", "setujui")), "ester": (("frans", "ajukan"), ("ruth", "setujui"))}  # fmt: skip


@benda("usulan:satu")
def _satu_usulan() -> tuple[Argumen, Argumen]:
    return {"uid": _kgb("maria", *DIKIRIM["maria"]).id}, {"uid": _kgb("ester", *DIKIRIM["ester"]).id}


@benda("usulan:ubah")
def _ubah_usulan() -> tuple[Argumen, Argumen]:
    return {"uid": _kgb("maria").id}, {"uid": _kgb("ester").id}


@benda("usulan:langkah")
def _langkah_usulan() -> tuple[Argumen, Argumen]:
    return {"uid": _kgb("maria").id, "aksi": "ajukan"}, {"uid": _kgb("ester").id, "aksi": "ajukan"}


@benda("usulan:bukti")
def _bukti_usulan() -> tuple[Argumen, Argumen]:
    def satu(nama: str) -> Argumen:
        u = _kgb(nama, *DIKIRIM[nama])
        return {"uid": u.id, "bukti": u.bukti.get().id}

    return satu("maria"), satu("ester")


@benda("usulan:surat")
def _surat_usulan() -> tuple[Argumen, Argumen]:
    def satu(nama: str) -> Argumen:
        u = _kgb(nama, *TERBIT[nama])
        assert u.surat_id is not None
        surat.tandatangani(u.surat_id)
        return {"uid": u.id}

    return satu("maria"), satu("ester")


@benda("usulan:paket")
def _paket_usulan() -> tuple[Argumen, Argumen]:
    def satu(nama: str, oleh: str) -> Argumen:
        hasil = usulan.susun(
            kota_kecil.orang(oleh).pelaku, jenis="pensiun_bup", pegawai=kota_kecil.orang(nama).pegawai.uid,
            tmt=date(2043, 9, 1), isian={}, berkas={}, kunci=uuid.uuid4(),
        )  # fmt: skip
        return {"uid": hasil.uid}

    return satu("maria", "naomi"), satu("dominggus", "frans")


@benda("usulan:massal", "usulan:massal_jalankan")
def _massal() -> tuple[Argumen, Argumen]:
    calon = [Calon(kota_kecil.orang("maria").pegawai.uid, date(2027, 4, 1))]
    m = massal.siapkan_susun(kota_kecil.orang("naomi").pelaku, jenis="kgb", calon=calon, kunci=uuid.uuid4())
    return {"uid": m.uid}, {"uid": m.uid}
