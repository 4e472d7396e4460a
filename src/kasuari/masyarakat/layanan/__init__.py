"""Layanan warga: katalog berstandar, formulir, permohonan tanpa akun, dan hasil yang dapat diperiksa."""
