"""Formasi rekaan: kebutuhan tiap jabatan di kota contoh. Sebagian unit sengaja belum ditetapkan."""

from datetime import date

from kasuari.contoh.kota import Kota
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.pengenal import uuid_dari
from kasuari.dasar.organisasi.formasi import BarisFormasi, catat_formasi
from kasuari.dasar.organisasi.models import JenisPos, kunci_jabatan
from kasuari.dasar.organisasi.service import Dasar

BERLAKU = date(2026, 1, 1)
BELUM = 9  # satu dari sekian unit belum punya ketetapan
LEBIH = (1, 0, 2, 0, 1)  # kebutuhan di atas banyaknya kursi, bergiliran


def isi(oleh: Pelaku, susunan: Kota) -> None:
    """Kebutuhan dari banyak kursi tiap pos, ditambah sedikit; angkanya contoh, bukan hasil analisis beban kerja."""
    belum = {u.kode for n, u in enumerate(susunan.unit) if n % BELUM == BELUM - 1}
    baris: dict[tuple[str, str], BarisFormasi] = {}
    for n, p in enumerate(susunan.pos):
        kunci = (p.unit, kunci_jabatan(p.nama, p.jenjang))
        if p.unit in belum or kunci in baris or p.jenis == JenisPos.POLITIK:
            continue
        lebih = 0 if p.kepala or p.formasi == 1 else LEBIH[n % len(LEBIH)]
        baris[kunci] = BarisFormasi(p.unit, p.nama, p.formasi + lebih, p.jenjang, p.jenis, p.kelas)
    catat_formasi(
        oleh, berlaku=BERLAKU, baris=list(baris.values()), dasar=Dasar("Keputusan Contoh 800/1/2026", BERLAKU),
        kunci=uuid_dari("contoh", "formasi"),
    )  # fmt: skip
