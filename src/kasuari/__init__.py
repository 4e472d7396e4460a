"""Kasuari: kepegawaian, kinerja, layanan, dan suara warga satu kota dalam satu rumah."""
