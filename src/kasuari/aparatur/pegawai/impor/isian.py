"""Isian yang dipakai lebih dari satu subjek, dengan padanan kepala kolom yang ditemui di lapangan."""

from kasuari.dasar.impor.tata import Isian

NO_URUT = Isian("no_urut", ("No", "No. Urut", "Nomor Urut", "Urut", "#"))
NIP = Isian(
    "nip",
    (
        "NIP", "NIP Baru", "NIP Pegawai", "NIP PNS", "NIP ASN", "NIP / NI PPPK", "NIP/NIPPPK", "NIPPPK", "NI PPPK",
        "Nomor Induk Pegawai", "No Induk Pegawai", "Nomor Induk Pegawai (NIP)", "NIP (18 digit)", "NIP 18 Digit",
        "NIP BKN", "N I P", "NIP NIP Baru",
    ),
    wajib=True,
)  # fmt: skip
NAMA_PADANAN = (
    "Nama", "Nama Lengkap", "Nama Pegawai", "Nama PNS", "Nama ASN", "Nama Peserta", "Nama Pejabat", "N a m a",
    "Nama Lengkap dan Gelar", "Nama dan Gelar", "Nama & Gelar", "Nama Lengkap & Gelar", "Nama Lengkap (dengan Gelar)",
    "Nama Tanpa Gelar", "nmpeg",
)  # fmt: skip
NAMA = Isian("nama", NAMA_PADANAN)
GOL = Isian(
    "gol",
    (
        "Gol", "Golongan", "Gol Ruang", "Gol/Ruang", "Golongan Ruang", "Golongan/Ruang", "Gol. Akhir Nama",
        "Golongan Nama", "Golongan Akhir", "Golongan Akhir Nama", "Gol Ruang Akhir", "Pangkat (Gol.)", "Pangkat/Gol",
        "Pangkat/Golongan", "Pangkat/Gol.Ruang", "Pangkat, Gol. Ruang", "Pangkat Golongan Ruang", "Pangkat Gol Ruang",
        "Pangkat dan Golongan", "Pangkat dan Gol. Ruang", "Golongan Terakhir", "Gol Terakhir", "Gol Saat Ini",
        "Pangkat Golongan Terakhir", "kdgol", "Pangkat Akhir Golongan",
    ),
)  # fmt: skip
