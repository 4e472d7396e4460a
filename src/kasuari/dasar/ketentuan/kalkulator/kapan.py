"""Kapan saya naik pangkat, KGB, dan pensiun, dan apa yang kurang: tanpa masuk, dengan pasal tiap syaratnya.

Isian pangkat berbeda menurut jalurnya, jadi orang memilih jalur dulu (`ragam`).
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kasuari.aturan import kgb, pangkat, pensiun
from kasuari.aturan.buku import Buku
from kasuari.aturan.masa_kerja import selisih_bulan, tulis, urai
from kasuari.aturan.parameter import semua
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.ketentuan import kata, selectors
from kasuari.dasar.ketentuan.kalkulator.rangka import Bagian, Hitungan, Isi, Isian, Jejak, dari
from kasuari.dasar.ketentuan.kata import Label
from kasuari.dasar.rupa.bahan import Butir
from kasuari.dasar.rupa.bentuk import tanggal

JALUR = {
    "reguler": (_("Kenaikan pangkat reguler"), _("Bagi pelaksana dan yang tidak memangku jabatan tertentu.")),
    "fungsional": (_("Kenaikan pangkat jabatan fungsional"), _("Menurut angka kredit dan jenjang.")),
    "struktural": (_("Kenaikan pangkat jabatan struktural"), _("Menurut eselon jabatannya.")),
    "ijazah": (_("Penyesuaian ijazah"), _("Sesudah memperoleh ijazah yang lebih tinggi.")),
    "tanpa": (
        _("KGB dan pensiun saja"),
        _("Bagi PPPK, atau bila pangkat tidak ditanyakan."),
    ),
}


def _jabatan_khusus() -> Sequence[str]:
    return [n for v in semua()["bup_jabatan_khusus"].versi[-1:] for n in v.nilai]


def _kenal(nama: str) -> str:
    """Nama tanpa jenjang tidak ditebak: usianya bisa berbeda belasan tahun."""
    if pensiun.bup_dikenal(nama, selectors.buku(hari_ini())):
        return ""
    return gettext(
        "Tulis jabatan dengan jenjangnya, contoh: Guru Ahli Muda, Perawat Terampil, Pengawas, Pelaksana."
    )


def _mkg_kini(isi: Isi, hari: date) -> Mapping[str, Any]:
    """MKG pada SK dimajukan ke hari ini, supaya yang terjawab KGB yang akan datang."""
    sk: date = isi["per_tanggal"]
    if sk >= hari:
        return {k: isi[k] for k in ("golongan", "mkg", "per_tanggal")}
    mkg = tulis(urai(isi["mkg"]) + selisih_bulan(sk, hari))
    return {"golongan": isi["golongan"], "mkg": mkg, "per_tanggal": hari}


def _syarat(jejak: Jejak, isi: Isi, hari: date, buku: Buku) -> list[Butir]:
    """Tiap syarat: terpenuhi atau kurang, dengan pasalnya."""
    return [
        Butir(
            kata.hukum(x.nama),
            tanda=kata.arti(x.nilai),
            nada="sukses" if x.nilai == "terpenuhi" else "ingat",
            keterangan=x.dasar,
        )
        for x in jejak
        if x.langkah.startswith("syarat_")
    ]


def _lewat(jejak: Jejak, isi: Isi, hari: date, buku: Buku) -> list[Butir]:
    """Pensiun yang sudah lewat disebut, sebab tanggal lain di halaman ini tidak berarti lagi baginya."""
    tmt = next(date.fromisoformat(x.nilai) for x in jejak if x.langkah == "tmt_pensiun")
    if tmt > hari:
        return []
    kalimat = gettext(
        "Menurut tanggal lahir dan jabatan ini, pada %(t)s orangnya sudah pensiun. Pangkat dan KGB di atas tidak berlaku lagi."
    )
    return [Butir(kalimat % {"t": tanggal(hari)}, tanda=gettext("sudah lewat"), nada="ingat")]


def _pangkat(jalur: str) -> Bagian:
    golongan, tmt, syarat = pangkat.JALUR[jalur]
    bidang = pangkat.bidang_jalur(jalur)
    return Bagian(
        JALUR[jalur][0],
        lambda isi, hari: {n: isi[n] for n in bidang if n in isi} | {"per_tanggal": hari},
        {tmt: _("TMT paling awal dari segi waktu"), golongan: _("Golongan yang dituju")},
        pangkat.SUSUNAN,
        ikut=syarat,
        rinci=_syarat,
    )


_KGB = Bagian(
    _("Kenaikan gaji berkala"),
    _mkg_kini,
    {
        "kgb_berikutnya": _("KGB berikutnya"),
        "gaji_pokok_baru": _("Gaji pokok sesudahnya"),
        "gaji_pokok_sekarang": _("Gaji pokok sekarang"),
    },
    kgb.SUSUNAN,
)
_PENSIUN = (
    Bagian(
        _("Batas usia pensiun"),
        lambda isi, hari: {"position": isi["nama_jabatan"]},
        {"bup": _("Batas usia pensiun")},
        jenis="bup_by_position",
        satuan={"bup": "tahun"},
    ),
    Bagian(
        _("Pensiun"),
        lambda isi, hari: {"birth": isi["birth"], "bup": isi["bup"]},
        {"tmt_pensiun": _("TMT pensiun"), "mulai_mpp": _("Paling awal masa persiapan pensiun")},
        pensiun.SUSUNAN,
        rinci=_lewat,
    ),
)
_UMUM = (
    *dari(kgb.SUSUNAN, "golongan", "mkg", "per_tanggal"),
    *dari(pensiun.SUSUNAN, "birth"),
    Isian(
        "nama_jabatan",
        Label(_("Nama jabatan"), _("Dengan jenjangnya, contoh: Guru Ahli Muda, Pengawas, Pelaksana.")),
        periksa=_kenal,
        saran=_jabatan_khusus,
    ),
)
CATATAN = _(
    "KGB dan pangkat dapat tertunda karena hukuman disiplin atau predikat kinerja; pangkat juga menunggu "
    "pertek BKN. Tanyakan BKPSDM bila berbeda dengan SK Anda."
)


def _ragam(jalur: str) -> Hitungan:
    judul, ringkas = JALUR[jalur]
    ada = {i.nama for i in _UMUM}
    bidang = () if jalur == "tanpa" else pangkat.bidang_jalur(jalur)
    tambah = [n for n in bidang if n not in ada]
    return Hitungan(
        jalur,
        judul,
        ringkas,
        (*_UMUM, *(dari(pangkat.SUSUNAN, *tambah) if tambah else ())),
        (*(() if jalur == "tanpa" else (_pangkat(jalur),)), _KGB, *_PENSIUN),
        catatan=CATATAN,
    )


HITUNGAN = Hitungan(
    "kapan",
    _("Kapan saya naik pangkat, KGB, dan pensiun?"),
    _("Tanggal pangkat, gaji berkala, dan pensiun berikutnya, dan syarat apa yang masih kurang."),
    pokok=("pangkat", "kgb", "pensiun"),
    ragam=tuple(_ragam(j) for j in JALUR),
)
