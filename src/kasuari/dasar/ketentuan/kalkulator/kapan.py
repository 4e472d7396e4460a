"""Kapan KGB dan pensiun saya: dari golongan, masa kerja, tanggal lahir, dan nama jabatan."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kasuari.aturan import kgb, pensiun
from kasuari.aturan.masa_kerja import selisih_bulan, tulis, urai
from kasuari.aturan.parameter import semua
from kasuari.dasar.ketentuan.kalkulator.rangka import Bagian, Hitungan, Isi, Isian, dari
from kasuari.dasar.ketentuan.kata import Label


def _jabatan_khusus() -> Sequence[str]:
    return [n for v in semua()["bup_jabatan_khusus"].versi[-1:] for n in v.nilai]


def _kenal(nama: str) -> str:
    """Nama tanpa jenjang tidak ditebak: usianya bisa berbeda dua tahun."""
    ada = {n.lower() for n in _jabatan_khusus()}
    if " ".join(nama.lower().split()) in ada or pensiun.jenjang_jabatan(nama):
        return ""
    return gettext(
        "Tulis jabatan dengan jenjangnya, contoh: Guru Ahli Muda, Perawat Terampil, Pengawas, Pelaksana."
    )


def _mkg_kini(isi: Isi, hari: date) -> Mapping[str, Any]:
    """MKG pada SK dimajukan ke hari ini, supaya yang terjawab KGB yang akan datang."""
    sk = date.fromisoformat(isi["per_tanggal"]) if isinstance(isi["per_tanggal"], str) else isi["per_tanggal"]
    if sk >= hari:
        return {k: isi[k] for k in ("golongan", "mkg", "per_tanggal")}
    mkg = tulis(urai(isi["mkg"]) + selisih_bulan(sk, hari))
    return {"golongan": isi["golongan"], "mkg": mkg, "per_tanggal": hari}


HITUNGAN = Hitungan(
    "kapan",
    _("Kapan KGB dan pensiun saya?"),
    _("Tanggal kenaikan gaji berkala berikutnya, gaji sesudahnya, dan TMT pensiun, dengan pasalnya."),
    (
        *dari(kgb.SUSUNAN),
        *dari(pensiun.SUSUNAN, "birth"),
        Isian(
            "nama_jabatan",
            Label(_("Nama jabatan"), _("Dengan jenjangnya, contoh: Guru Ahli Muda, Pengawas, Pelaksana.")),
            periksa=_kenal,
            saran=_jabatan_khusus,
        ),
    ),
    (
        Bagian(
            _("Kenaikan gaji berkala"),
            _mkg_kini,
            {
                "kgb_berikutnya": _("KGB berikutnya"),
                "gaji_pokok_baru": _("Gaji pokok sesudahnya"),
                "gaji_pokok_sekarang": _("Gaji pokok sekarang"),
            },
            kgb.SUSUNAN,
        ),
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
        ),
    ),
    ("kgb", "pensiun"),
    _(
        "KGB dapat tertunda bila ada hukuman disiplin atau predikat kinerja kurang. Tanyakan BKPSDM bila berbeda dengan SK Anda."
    ),
)
