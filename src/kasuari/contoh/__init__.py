"""Kota contoh: pengisi basis data yang memakai pintu tulis seperti orang, di bawah jam yang dipindah.

Semua orang rekaan. Hasilnya sama untuk N, tanggal, dan versi kode yang sama.
"""
