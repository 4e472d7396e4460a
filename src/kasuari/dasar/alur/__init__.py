"""Alur kerja: tahap yang dinyatakan, siapa ditunggu, sampai kapan, dan empat mata di basis data."""
