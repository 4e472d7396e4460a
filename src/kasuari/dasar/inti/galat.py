"""Galat yang menjadi kalimat bagi orang. Tampilan mengubahnya menjadi 404, 403, 409, atau 422."""


class Galat(Exception):
    """Induk semua galat yang boleh dibaca orang. `pesan` adalah kalimat: apa yang salah dan apa tindakannya."""

    def __init__(self, pesan: str, kolom: str = "") -> None:
        super().__init__(pesan)
        self.pesan, self.kolom = str(pesan), kolom


class MasukanSalah(Galat):
    """Isian tidak dapat diterima; `kolom` menyebut tempatnya."""


class TidakAda(Galat):
    """Tidak ada, atau di luar jangkauan pelaku: keduanya tidak dibedakan (404)."""


class TidakBoleh(Galat):
    """Bendanya terjangkau, tindakan ini tidak (403). `perlu_sudo`: boleh sesudah sandi dimasukkan lagi."""

    def __init__(self, pesan: str, kolom: str = "", *, perlu_sudo: bool = False) -> None:
        super().__init__(pesan, kolom)
        self.perlu_sudo = perlu_sudo


class BedaVersi(Galat):
    """Orang lain lebih dulu mengubahnya; muat ulang lalu putuskan lagi (409)."""


class KunciDipakai(Galat):
    """Kunci kirim yang sama dipakai untuk isian yang berbeda (409)."""
