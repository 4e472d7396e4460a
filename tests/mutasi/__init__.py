"""Uji mutasi atas ruang aturan: python -m tests.mutasi [POKOK ...]; lihat docs/rekayasa/mutasi.md."""
