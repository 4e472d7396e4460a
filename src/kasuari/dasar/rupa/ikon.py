"""Gambar kecil 22x22, satu jalur SVG tiap nama. Hiasan saja: teks di sebelahnya selalu ada."""

IKON = {
    "rumah": "M3 11l8-7 8 7v8h-6v-5H9v5H3z",
    "tugas": "M4 5h14v2H4zm0 5h14v2H4zm0 5h9v2H4z",
    "orang": "M11 11a4 4 0 100-8 4 4 0 000 8zm-8 8c0-4 4-6 8-6s8 2 8 6z",
    "laporan": "M3 19V9h4v10zm6 0V3h4v16zm6 0v-7h4v7z",
    "lainnya": "M3 9h4v4H3zm6 0h4v4H9zm6 0h4v4h-4z",
    "cari": "M9 3a6 6 0 014.8 9.6l5 5-1.4 1.4-5-5A6 6 0 119 3zm0 2a4 4 0 100 8 4 4 0 000-8z",
    "surat": "M2 5h18v12H2zm2 2v1l7 4 7-4V7zm0 3v5h14v-5l-7 4z",
    "kunci": "M6 10V7a5 5 0 0110 0v3h1v9H5v-9zm2 0h6V7a3 3 0 00-6 0z",
    "bantuan": (
        "M11 2a9 9 0 110 18 9 9 0 010-18zm-1 12v2h2v-2zm1-9c-2 0-3.5 1.3-3.5 3.3h2c0-.8.6-1.4 1.5-1"
        ".4s1.5.5 1.5 1.3c0 1.2-2.5 1.5-2.5 3.8h2c0-1.5 2.5-1.8 2.5-4 0-1.8-1.5-3-3.5-3z"
    ),
    "unduh": "M10 3h2v8l3-3 1.4 1.4L11 14.8 5.6 9.4 7 8l3 3zM4 17h14v2H4z",
    "unggah": "M10 15h2V7l3 3 1.4-1.4L11 3.2 5.6 8.6 7 10l3-3zM4 17h14v2H4z",
    "centang": "M8.5 16.5L3 11l1.5-1.5 4 4 9-9L19 6z",
    "silang": ("M5.5 4L11 9.5 16.5 4 18 5.5 12.5 11l5.5 5.5-1.5 1.5-5.5-5.5L5.5 18 4 16.5 9.5 11 4 5.5z"),
    "ingat": "M11 2l10 18H1zm-1 7v5h2V9zm0 6.5v2h2v-2z",
    "kalender": "M6 2h2v2h6V2h2v2h3v15H3V4h3zM5 9v8h12V9z",
    "berkas": "M5 2h8l5 5v13H5zm2 2v14h9V8h-4V4z",
    "gedung": "M3 19V6l8-4 8 4v13h-6v-4H9v4zm4-10h2V7H7zm6 0h2V7h-2zm-6 4h2v-2H7zm6 0h2v-2h-2z",
    "data": "M3 3h2v14h14v2H3zm4 8h3v5H7zm4-5h3v10h-3zm4 3h3v7h-3z",
    "perisai": "M11 1l8 3v6c0 5-4 9-8 11-4-2-8-6-8-11V4z",
    "keluar": "M3 3h9v2H5v12h7v2H3zm11 4l5 4-5 4v-3H8v-2h6z",
}
