"""Hukum sebagai kode: fungsi murni, parameter bertanggal, dan dasar hukumnya.

Ruang ini tidak mengenal Django, jam, atau basis data. Urutannya ke bawah saja:
`galat` < `bulat` < `buku` < `rumus` < `tarif` < pokok (`pph21` < `gaji` < `tpp`, `thr`, `kgb`; yang lain bebas) < `kasus`.
"""
