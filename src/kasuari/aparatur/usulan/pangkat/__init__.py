"""Bagian bersama semua jenis kenaikan pangkat: fakta menjadi masukan hukum, kalimat kekurangan, surat, dan efeknya.

Hukumnya `aturan.pangkat`; MKG berjalan terus, jadi kenaikan pangkat mengganti gaji pokok tanpa mengulang hitungan KGB.
"""

PERLU = ("golongan", "kgb", "skp", "pendidikan", "pak")
PEJABAT = "pangkat"  # kunci penandatangan: pangkat_III, pangkat_IV
