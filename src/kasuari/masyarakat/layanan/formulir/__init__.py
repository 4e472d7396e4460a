"""Formulir: rancangan petugas, JSON Schema yang dibuat darinya, hitungan, dan satu perender lewat rupa."""
