"""Dasar dari dasar: jam, pengenal, galat, pelaku, sandi, dan bentuk fakta. Tanpa tabel, paling banyak 300 baris."""
