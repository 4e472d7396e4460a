"""Galat berkas: seluruh berkas tidak dapat dibaca. Cacat satu baris bukan galat, melainkan `Alasan`."""

from kasuari.dasar.inti.galat import Galat


class BerkasTidakTerbaca(Galat):
    """Berkas ditolak utuh. `pesan` menyebut sebabnya dan apa yang harus dilakukan pengunggah."""


class PemetaanSalah(Galat):
    """Pemetaan kolom yang diberikan orang menyebut kolom atau isian yang tidak ada."""
