"""Nomor surat: diambil, disisihkan, atau dicatat dari kantor pencatat. Mulai lagi dari 1 tiap 1 Januari.

Semua fungsi berjalan di dalam transaksi pemanggil. Baris seri terkunci selama transaksi itu, sehingga dua
penerbit tidak pernah mendapat nomor yang sama dan transaksi yang batal tidak meninggalkan lubang.
"""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import F

from kasuari.aturan.buku import Buku
from kasuari.dasar.dokumen import peristiwa
from kasuari.dasar.dokumen.models import NomorCadangan, NomorSeri, Surat
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import hari_ini, sekarang
from kasuari.dasar.jejak.service import catat


def ambil(seri: str, tahun: int, banyak: int = 1) -> range:
    """Nomor berurutan berikutnya."""
    NomorSeri.objects.bulk_create([NomorSeri(kode=seri, tahun=tahun)], ignore_conflicts=True)
    baris = NomorSeri.objects.filter(kode=seri, tahun=tahun)
    baris.update(terakhir=F("terakhir") + banyak)
    akhir = baris.values_list("terakhir", flat=True).get()
    return range(akhir - banyak + 1, akhir + 1)


def tulis(seri: str, tahun: int, nomor: int, buku: Buku) -> str:
    """Nomor lengkap menurut pola serinya (parameter `surat_pola_nomor`)."""
    pola = buku.tabel("surat_pola_nomor")
    if seri not in pola:
        raise MasukanSalah(f"Pola nomor seri '{seri}' belum ditetapkan. Isi di halaman Ketentuan.", "seri")
    return str(pola[seri]).format(nomor=nomor, tahun=tahun)


def cadangkan(pelaku: Pelaku, seri: str, unit: UUID, banyak: int) -> Sequence[int]:
    """Menyisihkan nomor bagi satu unit (hari tanpa listrik, pulau). Tercatat sampai dipakai atau dibatalkan."""
    tahun = hari_ini().year
    nomor = ambil(seri, tahun, banyak)
    NomorCadangan.objects.bulk_create(
        [NomorCadangan(kode=seri, tahun=tahun, nomor=n, unit=unit, dibuat=sekarang()) for n in nomor]
    )
    catat(
        peristiwa.DICADANGKAN, pelaku, ("seri", None),
        sesudah={"seri": seri, "tahun": tahun, "dari": nomor[0], "sampai": nomor[-1], "unit": str(unit)},
    )  # fmt: skip
    return nomor


def pakai_cadangan(seri: str, tahun: int, nomor: int) -> None:
    """Memakai satu nomor cadangan. Galat: `MasukanSalah` bila bukan cadangan, sudah dipakai, atau dibatalkan."""
    ubah = NomorCadangan.objects.filter(kode=seri, tahun=tahun, nomor=nomor, dipakai=None, alasan_batal="")
    if not ubah.update(dipakai=sekarang()):
        raise MasukanSalah(f"Nomor {nomor} bukan nomor cadangan yang masih tersedia pada {tahun}.", "nomor")


def batalkan_cadangan(pelaku: Pelaku, seri: str, tahun: int, nomor: int, alasan: str) -> None:
    """Menyatakan nomor cadangan tidak jadi dipakai; lubangnya dengan begitu punya penjelasan."""
    if not alasan.strip():
        raise MasukanSalah("Tulis mengapa nomor ini tidak jadi dipakai.", "alasan")
    ubah = NomorCadangan.objects.filter(kode=seri, tahun=tahun, nomor=nomor, dipakai=None, alasan_batal="")
    if not ubah.update(alasan_batal=alasan.strip()):
        raise MasukanSalah(f"Nomor {nomor} bukan nomor cadangan yang masih tersedia pada {tahun}.", "nomor")
    catat(
        peristiwa.NOMOR_BATAL,
        pelaku,
        ("seri", None),
        sesudah={"seri": seri, "tahun": tahun, "nomor": nomor},
        alasan=alasan,
    )


def lubang(seri: str, tahun: int) -> list[tuple[int, str]]:
    """(nomor, penjelasan) yang tidak dipakai surat mana pun; penjelasan kosong berarti lubang yang harus dicari."""
    akhir = NomorSeri.objects.filter(kode=seri, tahun=tahun).values_list("terakhir", flat=True).first() or 0
    dipakai = set(Surat.objects.filter(seri=seri, tahun=tahun).values_list("nomor", flat=True))
    cadangan = {c.nomor: c for c in NomorCadangan.objects.filter(kode=seri, tahun=tahun)}

    def sebab(n: int) -> str:
        c = cadangan.get(n)
        return "" if c is None else (f"dibatalkan: {c.alasan_batal}" if c.alasan_batal else "disisihkan")

    return [(n, sebab(n)) for n in range(1, akhir + 1) if n not in dipakai]
