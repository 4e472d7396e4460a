"""Menahan sel kecil, juga yang dapat dihitung dari selisih sel lain. Satu aturan bagi semua tabel yang keluar."""

from collections.abc import Mapping

# Penilaian dua unsur ini di loket berpetugas sedikit menunjuk orang. Unsur ketiga ikut ditahan: dari IKM dan unsur lain
# orang dapat menghitung jumlah yang ditahan, dan jumlah tiga unsur tidak lagi menunjuk petugas.
TENTANG_ORANG = ("kompetensi", "perilaku", "produk")


def tahan(n: Mapping[str, int], ambang: int) -> set[str]:
    """Sel yang ditahan dari satu pembagian yang jumlah seluruhnya terbit.

    Sel terisi di bawah ambang; lalu sel terkecil berikutnya sampai jumlah yang ditahan tidak di bawah ambang dan
    bukan satu sel saja. Sel kosong (0) tidak ditahan kecuali semua sel lain ditahan.
    """
    tutup = {k for k, v in n.items() if 0 < v < ambang}
    terbuka = sorted((k for k, v in n.items() if k not in tutup and v > 0), key=lambda k: (n[k], k))
    while tutup and terbuka and (len(tutup) < 2 or sum(n[k] for k in tutup) < ambang):
        tutup.add(terbuka.pop(0))
    return tutup


def unsur_ditahan(petugas: int, ambang: int) -> tuple[str, ...]:
    """Unsur yang tidak terbit di unit dengan petugas kurang dari ambang."""
    return TENTANG_ORANG if petugas < ambang else ()
