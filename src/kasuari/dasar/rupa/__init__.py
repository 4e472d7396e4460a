"""Rupa: wajah seluruh rumah. Token, komponen, formulir, grafik, peta, dan tempat bagi ruang lain (slot)."""
