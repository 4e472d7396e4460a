"""Hukum sebagai kode: fungsi murni, parameter bertanggal, dan dasar hukumnya.

Ruang ini tidak mengenal Django, jam, atau basis data. Urutannya ke bawah saja:
`galat` < `bulat` < `buku` < `rumus` < pokok (`identitas`, `gaji`, `ip_asn`, `pensiun`, `kgb`) < `kasus`.
"""
