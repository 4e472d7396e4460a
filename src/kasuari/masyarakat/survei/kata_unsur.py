"""Sembilan unsur PermenPANRB 14/2017: nama, pertanyaan, dan kata jawabannya. Murni data, dipakai layar dan impor.

Pertanyaannya disusun ulang dalam bahasa sehari-hari; kata jawaban tiap unsur mengikuti peraturan.
"""

# Urutan peraturan; kolom jawaban memakai kode ini. Uji menjaganya sama dengan parameter `skm_unsur`.
UNSUR = (
    "persyaratan",
    "prosedur",
    "waktu",
    "biaya",
    "produk",
    "kompetensi",
    "perilaku",
    "pengaduan",
    "sarpras",
)
_SESUAI = (
    ("Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai"),
    ("Not matching", "Hardly matching", "Matching", "Fully matching"),
)
# unsur: (nama, Inggris, tanya, Inggris, pilihan, Inggris)
KATA = {
    "persyaratan": ("Persyaratan", "Requirements", "Apakah syarat yang diminta sesuai dengan layanannya?",
        "Did the documents asked for match the service?", *_SESUAI),
    "prosedur": ("Sistem, mekanisme, dan prosedur", "System, mechanism and procedure", "Apakah alur layanannya mudah diikuti?",
        "Were the steps easy to follow?", ("Tidak mudah", "Kurang mudah", "Mudah", "Sangat mudah"),
        ("Not easy", "Hardly easy", "Easy", "Very easy")),
    "waktu": ("Waktu penyelesaian", "Completion time", "Apakah layanannya cepat selesai?", "Was the service finished quickly?",
        ("Tidak cepat", "Kurang cepat", "Cepat", "Sangat cepat"), ("Not quick", "Hardly quick", "Quick", "Very quick")),
    "biaya": ("Biaya/tarif", "Fee", "Bagaimana biaya yang Anda bayar?", "How was the fee you paid?",
        ("Sangat mahal", "Cukup mahal", "Murah", "Gratis"), ("Very expensive", "Rather expensive", "Cheap", "Free")),
    "produk": ("Produk spesifikasi jenis pelayanan", "Product of the service", "Apakah hasilnya sesuai dengan yang dijanjikan?",
        "Was the result as promised?", *_SESUAI),
    "kompetensi": ("Kompetensi pelaksana", "Staff competence", "Apakah petugasnya paham dan mampu?",
        "Did the staff know their work?", ("Tidak kompeten", "Kurang kompeten", "Kompeten", "Sangat kompeten"),
        ("Not competent", "Hardly competent", "Competent", "Very competent")),
    "perilaku": ("Perilaku pelaksana", "Staff behaviour", "Apakah petugasnya sopan dan ramah?", "Were the staff polite and friendly?",
        ("Tidak sopan dan ramah", "Kurang sopan dan ramah", "Sopan dan ramah", "Sangat sopan dan ramah"),
        ("Not polite", "Hardly polite", "Polite", "Very polite")),
    "pengaduan": ("Penanganan pengaduan, saran, dan masukan", "Handling of complaints and suggestions",
        "Bagaimana keluhan dan saran ditangani?", "How are complaints and suggestions handled?",
        ("Tidak ada", "Ada, tidak berfungsi", "Kurang maksimal", "Dikelola baik"),
        ("None", "Exists, not working", "Could be better", "Well managed")),
    "sarpras": ("Sarana dan prasarana", "Facilities", "Bagaimana tempat dan alatnya?", "How are the place and equipment?",
        ("Buruk", "Cukup", "Baik", "Sangat baik"), ("Poor", "Fair", "Good", "Very good")),
}  # fmt: skip
# Urutan di kuesioner: sarana sebelum pengaduan, lain dari urutan peraturan. Yang tersimpan kode, bukan nomor.
URUTAN_KUESIONER = (*UNSUR[:7], "sarpras", "pengaduan")
