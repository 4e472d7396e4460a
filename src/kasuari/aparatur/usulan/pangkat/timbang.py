"""Menimbang satu kenaikan pangkat: syarat dari `aturan.pangkat`, lalu masa kerja dan gaji pokok sesudahnya."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.gaji import mkg_mundur
from kasuari.aparatur.usulan.pangkat.kalimat import kalimat
from kasuari.aparatur.usulan.pangkat.orang import Orang, menyusul, orang
from kasuari.aparatur.usulan.rangka import Timbang
from kasuari.aturan import kgb, pangkat
from kasuari.aturan.buku import Buku
from kasuari.aturan.golongan import KODE_PNS
from kasuari.aturan.masa_kerja import tulis
from kasuari.aturan.pangkat import JENIS, PenilaianPangkat
from kasuari.aturan.rumus import jelaskan


def timbang(b: Bahan, tmt: date, jalur: str, tambahan: Mapping[str, Any] | None = None) -> Timbang:
    """Timbangan satu jalur (`aturan.pangkat.JALUR`). `tambahan`: masukan dari borang, mis. `ujian_dinas`.

    Galat: `GalatAturan` bila hukumnya belum ada pada hari itu.
    """
    o = orang(b, tmt)
    if o.golongan is None or o.gaji is None or not o.masukan["ijazah"]:
        return Timbang({}, (), o.kurang)
    if o.golongan.golongan not in KODE_PNS:
        return Timbang({}, (), [_("Golongan %(g)s bukan golongan PNS.") % {"g": o.golongan.golongan}])
    buku = b.buku(tmt)
    masukan = {k: v for k, v in {**o.masukan, **(tambahan or {})}.items() if k in pangkat.bidang_jalur(jalur)}
    nilai = pangkat.nilai_pangkat(jalur, masukan, buku)
    kurang = [*o.kurang, *menyusul(b, tmt), *kalimat(nilai, o, buku)]
    if not pangkat.periode_sah(tmt, jalur, buku):
        kurang.append(_("TMT kenaikan pangkat harus tanggal 1 pada bulan periodenya."))
    if nilai.golongan_baru is None:
        return Timbang({}, nilai.jejak, [*kurang, _("Golongannya sudah yang tertinggi.")])
    kurang += _presiden(nilai.golongan_baru, buku)
    if KODE_PNS[nilai.golongan_baru] <= KODE_PNS[o.golongan.golongan]:
        return Timbang({}, nilai.jejak, kurang)
    return _isi(o, tmt, jalur, nilai, kurang, buku, mkg_mundur(b, tmt - timedelta(days=1)))


def _presiden(golongan: str, buku: Buku) -> list[str]:
    """Pangkat yang tidak ditetapkan daerah. Dasar: parameter `kp_tertinggi_daerah`."""
    tertinggi = str(buku.nilai("kp_tertinggi_daerah"))
    if KODE_PNS[golongan] <= KODE_PNS[tertinggi]:
        return []
    return [
        _("Pangkat di atas %(g)s ditetapkan Presiden. Usulkan lewat BKN di luar aplikasi ini.")
        % {"g": tertinggi}
    ]


def _isi(
    o: Orang, tmt: date, jalur: str, nilai: PenilaianPangkat, kurang: list[str], buku: Buku, ingat: list[str]
) -> Timbang:
    assert o.gaji is not None
    lama, baru = o.golongan.golongan, str(nilai.golongan_baru)
    naik = jelaskan(
        pangkat.SUSUNAN,
        {"golongan": lama, "golongan_baru": baru, "mkg": tulis(o.mkg)},
        buku,
        ("mkg_sesudah_naik",),
    )
    mkg = pangkat.mkg_sesudah_pindah(lama, o.mkg, baru, buku)
    gaji = jelaskan(kgb.SUSUNAN, {"golongan": baru, "mkg": tulis(mkg)}, buku, ("gaji_pokok_sekarang",))
    isi: dict[str, Any] = {
        "jalur": jalur, "jenis_kp": str(JENIS[jalur]), "tmt": tmt.isoformat(), "golongan_lama": lama, "golongan_baru": baru,
        "tmt_lama": o.golongan.mulai.isoformat(), "mk_lama": list(divmod(o.mkg, 12)), "mk_baru": list(divmod(mkg, 12)),
        "gaji_lama": o.gaji.gaji, "gaji_baru": int(gaji[-1].nilai), "ijazah": o.masukan["ijazah"],
        "sk_lama": [o.golongan.sk_nomor, o.golongan.sk_tanggal.isoformat() if o.golongan.sk_tanggal else ""],
    }  # fmt: skip
    if jalur == "fungsional":
        sisa = next(x for x in nilai.jejak if x.langkah == "kelebihan_pangkat").nilai
        isi |= {"jenjang": o.masukan["jenjang"], "ak_lama": str(o.masukan["ak"]), "ak_sisa": str(sisa)}
    return Timbang(isi, (*nilai.jejak, *naik, *gaji), kurang, ingat)
