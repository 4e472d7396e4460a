"""Hanya Inspektorat. Unit yang dilaporkan, pimpinannya, pengelola, dan admin sistem tidak melihat apa pun."""

from kasuari.dasar.akun.izin import Aturan, Lingkup, daftarkan_izin

IZIN = [Aturan("pungutan.telaah", "inspektorat", Lingkup.SEMUA)]
daftarkan_izin(IZIN)
