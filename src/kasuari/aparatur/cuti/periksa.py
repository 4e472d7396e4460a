"""Boleh atau tidak satu cuti: hak, lama, bukti, dan saldonya, menurut hukum pada hari mulainya."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from django.utils.translation import gettext as _

from kasuari.aparatur.cuti.models import NAMA, Jenis, PermohonanCuti
from kasuari.aparatur.cuti.saldo import BELUM, diajukan, masa_kerja, saldo, status
from kasuari.aparatur.pegawai.label import JENIS_ASN
from kasuari.aparatur.pegawai.models import Pegawai, RiwayatCuti
from kasuari.aturan.buku import Buku
from kasuari.aturan.cuti import SUSUNAN, BarisSaldo, jenis_cuti
from kasuari.aturan.galat import GalatAturan, MasukanTidakSah
from kasuari.aturan.masukan import dari_hari, ke_hari
from kasuari.aturan.rumus import Langkah, hitung, jelaskan
from kasuari.aturan.tenggat.kalender import Kalender, TahunTanpaLibur
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.ketentuan import selectors as ketentuan
from kasuari.dasar.organisasi.models import UnitKini
from kasuari.dasar.rupa.bentuk import tanggal

# Sakit dan melahirkan sering baru dapat diajukan sesudah mulai.
BOLEH_MUNDUR = frozenset({Jenis.SAKIT, Jenis.MELAHIRKAN, Jenis.PENTING})
# Kewajaran ketikan tanggal, bukan aturan.
TAHUN_MUNDUR, TAHUN_MAJU, CLTN_TAHUN = 1, 1, 4


@dataclass(frozen=True)
class Hitungan:
    """Hasil pemeriksaan. `hari` = hari kerja (tahunan) atau hari kalender; `langkah` = kenapa."""

    hari: int
    perlu_bukti: bool
    langkah: list[Langkah]
    saldo: list[BarisSaldo]


def periksa(
    p: Pegawai, jenis: str, mulai: date, selesai: date, rincian: Mapping[str, Any], *,
    kecuali: PermohonanCuti | None = None, kertas: bool = False,
) -> Hitungan:  # fmt: skip
    """`kertas`: sudah diberikan dengan surat kertas, jadi boleh mulai sebelum hari ini.

    Galat: `MasukanSalah` dengan isian yang salah dan apa yang harus dilakukan.
    """
    _wajar(mulai, selesai)
    if selesai < mulai:
        raise MasukanSalah(_("Tanggal selesai harus sesudah tanggal mulai. Ubah salah satunya."), "selesai")
    mundur = kertas or jenis in BOLEH_MUNDUR or (kecuali is not None and mulai >= kecuali.mulai)
    if mulai < hari_ini() and not mundur:
        raise MasukanSalah(_("Cuti ini tidak dapat dimulai sebelum hari ini. Pilih tanggal lain."), "mulai")
    _tidak_bertumpang(p, mulai, selesai, kecuali)
    try:
        buku = ketentuan.buku(mulai)
        if Jenis(jenis).label not in jenis_cuti(status(p.kini.jenis), buku):
            raise MasukanSalah(
                _("%(c)s tidak ada bagi %(j)s.") % {"c": NAMA[Jenis(jenis)], "j": JENIS_ASN[p.kini.jenis]},
                "jenis",
            )
        return _MENURUT_JENIS[jenis](p, mulai, selesai, rincian, buku, kecuali)
    except TahunTanpaLibur:
        raise MasukanSalah(
            _("Hari libur tahun %(t)s belum ditetapkan, jadi cuti tahun itu belum dapat diajukan.")
            % {"t": mulai.year},
            "selesai",
        ) from None
    except MasukanTidakSah as galat:
        raise MasukanSalah(
            f"{galat.cacat[0].pesan[:1].upper()}{galat.cacat[0].pesan[1:]}.", "mulai"
        ) from None
    except GalatAturan:
        raise MasukanSalah(
            _("Aturan cuti untuk tanggal itu belum ada di sini. Periksa lagi tahunnya."), "mulai"
        ) from None


def _wajar(mulai: date, selesai: date) -> None:
    """Tahun yang salah ketik ditangkap sebelum dihitung."""
    kini = hari_ini().year
    if not kini - TAHUN_MUNDUR <= mulai.year <= kini + TAHUN_MAJU:
        raise MasukanSalah(
            _("Hari pertama cuti antara tahun %(a)s dan %(b)s.")
            % {"a": kini - TAHUN_MUNDUR, "b": kini + TAHUN_MAJU},
            "mulai",
        )
    if selesai.year > kini + TAHUN_MAJU + CLTN_TAHUN:
        raise MasukanSalah(_("Hari terakhir cuti terlalu jauh. Periksa lagi tahunnya."), "selesai")


def _tidak_bertumpang(p: Pegawai, mulai: date, selesai: date, kecuali: PermohonanCuti | None) -> None:
    dijalani = RiwayatCuti.objects.filter(subjek=p, ditutup=None, mulai__lte=selesai, sampai__gt=mulai)
    diajukan = PermohonanCuti.objects.filter(
        pegawai=p, kasus__selesai=None, mulai__lte=selesai, selesai__gte=mulai
    ).exclude(kasus__keadaan__in=BELUM)
    if kecuali is not None:
        diajukan = diajukan.exclude(id=kecuali.id)
        dijalani = dijalani.exclude(uid=kecuali.fakta) if kecuali.fakta else dijalani
    if dijalani.exists() or diajukan.exists():
        raise MasukanSalah(
            _("Sudah ada cuti lain pada tanggal itu. Pilih tanggal lain, atau batalkan yang lama."), "mulai"
        )


def pekan(p: Pegawai, buku: Buku) -> int:
    """Hari kerja sepekan di unitnya: menurut jenis unit, atau yang umum."""
    jenis = UnitKini.objects.filter(unit=p.kini.unit_id).values_list("jenis", flat=True).first() or ""
    tabel = buku.tabel("cuti_pekan_unit")
    return int(tabel.get(jenis, tabel["umum"]))


def _rumus(
    p: Pegawai, mulai: date, selesai: date, buku: Buku, ingin: tuple[str, ...], **lain: Any
) -> tuple[dict[str, int], list[Langkah]]:
    masukan = {
        "status": status(p.kini.jenis), "masa_kerja": masa_kerja(p, mulai), "terus_menerus": True, "mulai": mulai, "selesai": selesai,
        "pekan": pekan(p, buku), **lain,
    }  # fmt: skip
    perlu = SUSUNAN.bagian(ingin).bidang
    isi = {k: v for k, v in masukan.items() if k in perlu}
    kolom = {k: np.array([v]) if k == "masa_kerja" else [v] for k, v in isi.items()}
    hasil = hitung(SUSUNAN, kolom, buku, ingin)
    if "masa_kerja" in isi:
        isi["masa_kerja"] = f"{isi['masa_kerja'] // 12}y{isi['masa_kerja'] % 12}m"
    return {k: int(v[0]) for k, v in hasil.items()}, jelaskan(SUSUNAN, isi, buku, ingin)


def _paling_lama(selesai: date, batas: int, nama: Any) -> None:
    if ke_hari(selesai) > batas:
        raise MasukanSalah(
            _("%(c)s paling lama sampai %(t)s. Majukan tanggal selesai.")
            % {"c": nama, "t": tanggal(dari_hari(batas))},
            "selesai",
        )


def _tahunan(p, mulai, selesai, rincian, buku, kecuali):  # type: ignore[no-untyped-def]
    if mulai.year != selesai.year:
        raise MasukanSalah(
            _("Cuti tahunan melewati pergantian tahun. Ajukan dua kali, satu untuk tiap tahun."), "selesai"
        )
    Kalender(buku).libur_tahun(mulai.year)
    nilai, langkah = _rumus(p, mulai, selesai, buku, ("hari_cuti_tahunan",))
    hari = nilai["hari_cuti_tahunan"]
    if hari < buku.nilai("cuti_tahunan_paling_sedikit"):
        raise MasukanSalah(_("Tidak ada hari kerja di antara tanggal itu. Pilih tanggal lain."), "mulai")
    buku_saldo = saldo(p, mulai.year, pada=mulai, kecuali=kecuali)
    kini = buku_saldo[-1]
    if kini.cuti_besar and kini.jatah == 0:
        raise MasukanSalah(
            _(
                "Cuti besar %(t)s meniadakan cuti tahunan tahun itu. Batalkan cuti besarnya, atau pilih tahun lain."
            )
            % {"t": mulai.year},
            "mulai",
        )
    if kini.jatah == 0:
        raise MasukanSalah(
            _("Anda belum berhak cuti tahunan: berhak sesudah setahun bekerja terus menerus."), "jenis"
        )
    if hari > kini.sisa:
        raise MasukanSalah(
            _("Sisa cuti tahunan %(t)s tinggal %(s)s hari kerja, yang diajukan %(h)s.")
            % {"t": mulai.year, "s": kini.sisa, "h": hari},
            "selesai",
        )
    return Hitungan(hari, False, langkah, buku_saldo)


def _sakit(p, mulai, selesai, rincian, buku, kecuali):  # type: ignore[no-untyped-def]
    nilai, langkah = _rumus(p, mulai, selesai, buku, ("tahap_sakit", "hari_cuti_kalender"))
    if nilai["tahap_sakit"] == 4:
        raise MasukanSalah(
            _("Lamanya melebihi batas cuti sakit. Hubungi BKPSDM untuk pengujian kesehatan."), "selesai"
        )
    return Hitungan(nilai["hari_cuti_kalender"], True, langkah, [])


def _melahirkan(p, mulai, selesai, rincian, buku, kecuali):  # type: ignore[no-untyped-def]
    if p.jk != "P":
        raise MasukanSalah(
            _("Cuti melahirkan bagi ibu. Untuk mendampingi istri, pilih cuti karena alasan penting."), "jenis"
        )
    if not rincian.get("anak_ke"):
        raise MasukanSalah(_("Isi anak keberapa."), "anak_ke")
    ingin = ("jenis_cuti_lahir", "lahir_terakhir", "hari_cuti_kalender")
    nilai, langkah = _rumus(p, mulai, selesai, buku, ingin, anak_ke=rincian["anak_ke"])
    if (
        SUSUNAN.menurut_nama["jenis_cuti_lahir"].tampil(nilai["jenis_cuti_lahir"])
        != Jenis("melahirkan").label
    ):
        raise MasukanSalah(_("Untuk anak keempat dan seterusnya, ajukan cuti besar."), "jenis")
    _paling_lama(selesai, nilai["lahir_terakhir"], NAMA[Jenis.MELAHIRKAN])
    return Hitungan(nilai["hari_cuti_kalender"], True, langkah, [])


def _besar(p, mulai, selesai, rincian, buku, kecuali):  # type: ignore[no-untyped-def]
    ingin = ("berhak_besar", "besar_terakhir", "hari_cuti_kalender")
    nilai, langkah = _rumus(
        p, mulai, selesai, buku, ingin, keperluan_agama=bool(rincian.get("keperluan_agama"))
    )
    if not nilai["berhak_besar"] or p.kini.jenis == "cpns":
        raise MasukanSalah(
            _("Cuti besar sesudah lima tahun bekerja terus menerus, kecuali ibadah wajib pertama."), "jenis"
        )
    _tanpa_tahunan_menunggu(p, mulai.year)
    terpakai = 0
    if buku.nilai("cuti_besar_hapus_tahunan") and buku.nilai("cuti_besar_perhitungkan_tahunan"):
        terpakai = saldo(p, mulai.year, pada=mulai, kecuali=kecuali)[-1].terpakai
    _paling_lama(selesai, nilai["besar_terakhir"], NAMA[Jenis.BESAR])
    batas = nilai["besar_terakhir"] - terpakai
    if ke_hari(selesai) > batas:
        raise MasukanSalah(
            _(
                "Cuti tahunan %(t)s yang sudah dijalani, %(n)s hari, diperhitungkan: cuti besar paling lama sampai %(b)s."
            )
            % {"t": mulai.year, "n": terpakai, "b": tanggal(dari_hari(batas))},
            "selesai",
        )
    return Hitungan(nilai["hari_cuti_kalender"], False, langkah, [])


def _tanpa_tahunan_menunggu(p: Pegawai, tahun: int) -> None:
    """Cuti tahunan tahun itu yang belum dijalani dibatalkan lebih dulu. Dasar: Peraturan BKN 24/2017."""
    depan = RiwayatCuti.objects.filter(
        subjek=p, ditutup=None, jenis=Jenis.TAHUNAN, mulai__year=tahun, mulai__gt=hari_ini()
    )
    hari = sorted({
        *depan.values_list("mulai", flat=True),
        *diajukan(p, Jenis.TAHUNAN).filter(mulai__year=tahun).values_list("mulai", flat=True),
    })  # fmt: skip
    if hari:
        raise MasukanSalah(
            _("Cuti besar meniadakan cuti tahunan %(t)s. Batalkan lebih dulu cuti tahunan yang mulai %(d)s.")
            % {"t": tahun, "d": ", ".join(str(tanggal(h)) for h in hari)},
            "mulai",
        )


def _penting(p, mulai, selesai, rincian, buku, kecuali):  # type: ignore[no-untyped-def]
    nilai, langkah = _rumus(p, mulai, selesai, buku, ("alasan_penting_terakhir", "hari_cuti_kalender"))
    _paling_lama(selesai, nilai["alasan_penting_terakhir"], NAMA[Jenis.PENTING])
    return Hitungan(nilai["hari_cuti_kalender"], False, langkah, [])


def _cltn(p, mulai, selesai, rincian, buku, kecuali):  # type: ignore[no-untyped-def]
    nilai, langkah = _rumus(p, mulai, selesai, buku, ("berhak_cltn", "cltn_terakhir", "hari_cuti_kalender"))
    if not nilai["berhak_cltn"] or p.kini.jenis == "cpns":
        raise MasukanSalah(
            _("Cuti di luar tanggungan negara sesudah lima tahun bekerja terus menerus."), "jenis"
        )
    _paling_lama(selesai, nilai["cltn_terakhir"], NAMA[Jenis.CLTN])
    return Hitungan(nilai["hari_cuti_kalender"], True, langkah, [])


_MENURUT_JENIS: dict[Any, Any] = {
    Jenis.TAHUNAN: _tahunan, Jenis.SAKIT: _sakit, Jenis.MELAHIRKAN: _melahirkan, Jenis.BESAR: _besar,
    Jenis.PENTING: _penting, Jenis.CLTN: _cltn,
}  # fmt: skip
