"""Isi contoh halaman /gaya/. Orang dan angkanya rekaan."""

from datetime import date
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.utils.html import format_html

from kasuari.dasar.rupa.bahan import Angka, Butir, Jawaban, Kolom, Langkah, Saat, Simpul
from kasuari.dasar.rupa.borang import Borang, IsianTanggal, Kartu
from kasuari.dasar.rupa.grafik import Batang
from kasuari.dasar.rupa.peta import letak_ubin, peta

PANJANG = "Subbagian Perencanaan, Evaluasi, Pelaporan, dan Kerja Sama Antarlembaga Kota"
SIFAT = [
    ("terbuka", Kartu("Terbuka", "Nama Anda dan isi laporan dapat dilihat publik.")),
    ("tanpa", Kartu("Tanpa nama", "Isi laporan dapat dilihat publik, nama Anda tidak.")),
    ("rahasia", Kartu("Rahasia", "Hanya petugas yang menangani yang dapat melihat.")),
]
UNIT = [("", "Semua unit"), ("rsud", "RSUD"), ("panjang", PANJANG)]


class BorangContoh(Borang):
    nama = forms.CharField(label="Nama lengkap", max_length=80, help_text="Seperti di KTP, tanpa gelar.")
    lahir = IsianTanggal(label="Tanggal lahir", help_text="Contoh: 27 3 1990")
    anak = forms.IntegerField(label="Jumlah anak", min_value=0, max_value=20, required=False)
    unit = forms.ChoiceField(label="Unit kerja", choices=UNIT)
    isi = forms.CharField(
        label="Apa yang terjadi?",
        help_text="Sebutkan tempat dan waktunya. Jangan tulis NIK atau nomor rekening.",
        widget=forms.Textarea({"rows": 4}),
        min_length=20,
        max_length=500,
    )
    sifat = forms.ChoiceField(label="Siapa yang boleh melihat?", choices=SIFAT, widget=forms.RadioSelect)
    hari = forms.MultipleChoiceField(
        label="Hari yang cocok",
        choices=[("1", "Senin"), ("2", "Selasa"), ("3", "Rabu")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    foto = forms.FileField(
        label="Foto", required=False, help_text="Paling besar 5 MB, JPG atau PNG.", widget=forms.FileInput
    )
    setuju = forms.BooleanField(label="Keterangan ini benar")


class BorangSaring(Borang):
    q = forms.CharField(label="Nama atau NIP", required=False, widget=forms.SearchInput)
    unit_saring = forms.ChoiceField(label="Unit", choices=UNIT, required=False)


def _tabel() -> dict[str, Any]:
    baris = [
        ("Maria Wanma, S.Kep.", "RSUD", "KGB", "4.250.000", "Perlu diperiksa", "ingat"),
        ("Yohanis Kambu", "Distrik Sorong Manoi", "Cuti tahunan", "3.100.500", "Baru", "info"),
        ("Siti Rahmawati Nur Aisyah Kusumawardhani, S.Pd., M.Pd.", PANJANG, "Data keluarga", "900",
         "Diproses", "proses"),
        ("Dominggus Sraun", "Dinas PUPR", "Pensiun", "5.000.000", "Lengkap", "sukses"),
    ]  # fmt: skip
    return {
        "kolom": [
            Kolom("nama", "Nama", "u"),
            Kolom("unit", "Unit"),
            Kolom("jenis", "Jenis"),
            Kolom("gaji", "Gaji pokok (Rp)", "num"),
            Kolom("keadaan", "Keadaan", "k"),
        ],
        "baris": [
            {
                "nama": format_html('<a href="#isi">{}</a>', n),
                "unit": u,
                "jenis": j,
                "gaji": g,
                "keadaan": format_html('<span class="tanda {}">{}</span>', nada, k),
            }
            for n, u, j, g, k, nada in baris
        ],
    }


def _borang(salah: bool) -> BorangContoh:
    if not salah:
        return BorangContoh(initial={"lahir": date(1990, 3, 27), "sifat": "tanpa"})
    return BorangContoh(
        {"isi": "Lampu mati", "lahir_hari": "31", "lahir_bulan": "2", "lahir_tahun": "1990"}, {}
    )


def konteks(*, salah: bool = False) -> dict[str, Any]:
    """Semua yang ditampilkan /gaya/; `salah` mengisi formulir dengan kesalahan."""
    nilai = dict(zip((u.kode for u in letak_ubin()), (6, 19, 28, 34, 41, 38, 61, 52, 47, None), strict=True))
    tiga_bulan = ["I/25", "II", "III", "IV", "I/26", "II", "III", "IV"]
    ikm = ["78.4", "79.1", "80.7", "80.2", "82.0", "83.8", "84.1", "85.3"]
    return {
        "form": _borang(salah),
        "saring": BorangSaring(),
        "halaman": Paginator(range(480), 20).page(7),
        "angka": [
            Angka("Menunggu Anda", "27", "6 lewat batas waktu", "#isi", "galat"),
            Angka("ASN aktif", "4.800", "+38 sejak Januari", "#isi"),
            Angka("Indeks kepuasan (IKM)", "85,3", "Baik, naik 1,2", "#isi", "sukses"),
            Angka(PANJANG, "92%", "384 belum", nada="ingat"),
        ],
        "kosong_tidak_ada": [],
        "antrean": [
            Butir("Kenaikan gaji berkala, 12 usulan", "#isi", "Lewat 2 hari", "galat", "Batas 21 November"),
            Butir("Verifikasi cuti melahirkan, 3 pengajuan", "#isi", "Hari ini", "ingat", "Batas 16.00 WIT"),
            Butir(PANJANG + ", 8 berkas", "#isi", "3 hari lagi", "info", "Batas 26 November"),
        ],
        "waktu": [
            Saat("Diterima", "Senin, 23 November 2026, 10.05 WIT", "Kode dikirim lewat WhatsApp."),
            Saat("Dikerjakan", "Selasa, 24 November 2026, 09.10 WIT", "Perbaikan 25 November.", "kini"),
            Saat("Selesai", "Batas waktu Jumat, 27 November 2026", keadaan="nanti"),
        ],
        "jawaban": [
            Jawaban("Jenis cuti", "Cuti tahunan", "#isi"),
            Jawaban("Tanggal", "24 sampai 28 November 2026", "#isi"),
            Jawaban("Alasan", "", "#isi"),
        ],
        "kenapa": [
            Langkah(
                "Kualifikasi", "20 dari 25", "S-1, golongan III/b", "Nama peraturan, pasal", alamat="#isi"
            ),
            Langkah(
                "Kompetensi", "30 dari 40", "15 JP dari 20 JP", "Nama peraturan lain, pasal", pasti=False
            ),
            Langkah("Jumlah", "81", "Kualifikasi + kompetensi + kinerja + disiplin"),
        ],
        "pohon": [
            Simpul(
                "Sekretariat Daerah",
                "#isi",
                "312 orang",
                (
                    Simpul("Asisten Pemerintahan", "#isi", "84 orang", (Simpul(PANJANG, "#isi", "9 orang"),)),
                    Simpul("Asisten Administrasi Umum", "#isi", "120 orang"),
                ),
                buka=True,
            ),
            Simpul("RSUD", "#isi", "604 orang"),
        ],
        "tabel": _tabel(),
        "batang": [
            Batang("PNS", 3126, seri=1),
            Batang("PPPK", 1184, seri=2),
            Batang("PPPK paruh waktu", 402, seri=3),
            Batang("CPNS", 88, seri=4),
        ],
        "garis": list(zip(tiga_bulan, ikm, strict=True)),
        "garis_nilai": ikm,
        "garis_putus": [("Jan", 10), ("Feb", None), ("Mar", 12), ("Apr", 11)],
        "sebaran": [("<60", 210), ("60–70", 1204), ("70–80", 1980), ("80–90", 1102), ("≥90", 304)],
        "peta": peta("Pengaduan per distrik, November 2026", nilai, satuan="laporan"),
        "hari": date(2026, 11, 23),
        "panjang": PANJANG,
        "nada": ["sukses", "ingat", "galat", "info", "proses"],
    }
