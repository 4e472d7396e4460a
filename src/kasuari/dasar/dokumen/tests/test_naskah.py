"""Naskah dinas: isinya terbaca utuh di PDF, bagian yang kosong disebut, petikan hanya memuat barisnya."""

import io
import re
from dataclasses import replace

import pytest
from pypdf import PdfReader

from kasuari.dasar.dokumen import naskah, pdf
from kasuari.dasar.dokumen.naskah import Diktum, Keputusan, Keterangan, Kop, LampiranNaskah, SuratDinas, besar
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.rupa.bentuk import rupiah_naskah

KOP = Kop("Kota Contoh", "Jalan Contoh 1", "Badan Kepegawaian", "(0951) 11", "", "", "Papua Barat Daya")
KOP_JABATAN = replace(KOP, jabatan="Wali Kota Contoh")
WALI_KOTA = {"nama": "Yohanis Contoh", "nip": "", "jabatan": "Wali Kota Contoh"}
RUTH = {"nama": "Ruth Kalamiro", "nip": "197412241999032007", "jabatan": "Kepala BKPSDM"}
DAFTAR = LampiranNaskah(
    "Daftar pegawai",
    ["No.", "Nama", "Pangkat"],
    [[str(n), f"Pegawai {n}", "III/b"] for n in range(1, 81)],
    True,
    (1, 5, 3),
)
NAIK = Keputusan(
    KOP_JABATAN, "Wali Kota Contoh", "Kenaikan pangkat", ["bahwa memenuhi syarat;", "bahwa perlu ditetapkan;"],
    ["Undang-Undang tentang Aparatur Sipil Negara;", "Peraturan Pemerintah tentang Manajemen PNS;"],
    [
        Diktum(
            "Menaikkan pangkat:", [("Nama", "Maria Kandimor")], [("Gaji pokok", "Rp3.000.000,00", rupiah_naskah(3_100_000))],
            ["hak pertama;", "hak kedua."], "Sekian rinciannya.",
        ),
        "Keputusan ini mulai berlaku pada tanggal ditetapkan.",
    ],
    memperhatikan=["Persetujuan teknis BKN."], tembusan=["Kepala Kanreg XIV BKN", "Yang bersangkutan"], lampiran=DAFTAR,
)  # fmt: skip
KGB = SuratDinas(
    KOP, "Kenaikan gaji berkala", ["Kepala BPKAD", "Kepala Taspen"], ["Dengan ini diberitahukan, kepada:"],
    [("Nama", "Maria Kandimor")], [("Gaji pokok", "Rp1,00", "Rp2,00")], ["diberikan kenaikan gaji berkala."], "Demikian.",
    sifat="Penting", lampiran="Satu berkas", di="Sorong", tembusan=["Yang bersangkutan"],
)  # fmt: skip
AKTIF = Keterangan(
    KOP, "Surat Keterangan Aktif", [("Nama", "Maria Kandimor")], ["adalah benar aktif bekerja."],
    pasangan=[("Keperluan", "Kredit rumah")], penutup="Demikian surat ini dibuat.", tembusan=["Kepala BKPSDM"],
)  # fmt: skip


def cetak(berkas, data, penandatangan=RUTH, *, elektronik=True):
    qr = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>'
    sah = {
        "kode": "K7M4-Q2TX-9",
        "alamat_sah": "https://x/sah/K7M4-Q2TX-9/",
        "qr": qr,
        "elektronik": elektronik,
    }
    beku = {
        **data,
        **sah,
        "nomor": "800/7/2026",
        "tanggal_teks": "23 November 2026",
        "penandatangan": penandatangan,
    }
    isi = pdf.buat(berkas, beku)
    return [_padat(h.extract_text()) for h in PdfReader(io.BytesIO(isi)).pages]


def _padat(teks):
    return re.sub(r"\s", "", teks)


def tulisan(isi):
    """Semua tulisan di dalam data naskah yang harus terbaca lagi."""
    if isinstance(isi, dict):
        return [t for v in isi.values() for t in tulisan(v)]
    if isinstance(isi, list):
        return [t for v in isi for t in tulisan(v)]
    return [isi] if isinstance(isi, str) else []


def kurang(halaman, isi):
    teks = "".join(halaman).upper()
    return [t for t in tulisan(isi) if _padat(t).upper() not in teks]


@pytest.mark.parametrize(
    ("berkas", "contoh"),
    [(naskah.SURAT_DINAS, KGB), (naskah.KETERANGAN, AKTIF), (naskah.KEPUTUSAN, replace(NAIK, lampiran=None))],
)
@pytest.mark.parametrize("elektronik", [True, False])
def test_setiap_tulisan_naskah_terbaca_lagi_di_pdf(berkas, contoh, elektronik):
    data = contoh.data()
    halaman = cetak(berkas, data, elektronik=elektronik)
    # kop jabatan menggantikan alamat dan nama unit; bentuk ialah sakelar, bukan tulisan
    luar = {"unit", "profil", "bentuk"} if data["kop_jabatan"] else {"lambang"}
    periksa = {k: v for k, v in data.items() if k not in luar}
    if "profil" in periksa:
        periksa["profil"] = {k: v for k, v in data["profil"].items() if k != "provinsi"}
    assert kurang(halaman, periksa) == []
    assert ("Ditandatanganisecaraelektronik" in halaman[0]) is elektronik
    assert ("Cetakanuntukditandatangani" in halaman[0]) is not elektronik


def test_lampiran_panjang_mengulang_kepala_di_tiap_halaman_dan_tidak_ada_baris_hilang():
    halaman = cetak(naskah.KEPUTUSAN, NAIK.data(), WALI_KOTA)
    berdaftar = [h for h in halaman if "Pegawai" in h and "III/b" in h]
    assert len(berdaftar) > 2 and all("No.NamaPangkat" in h for h in berdaftar)
    assert kurang(halaman, NAIK.data()["lampiran"]) == []


@pytest.mark.parametrize("banyak", [9, 12])
def test_penanda_tangan_keputusan_tidak_sendirian_di_halamannya(banyak):
    diktum = [
        "Kalimat diktum yang cukup panjang supaya memenuhi hampir dua baris penuh di halaman ini."
    ] * banyak
    halaman = cetak(naskah.KEPUTUSAN, replace(NAIK, lampiran=None, diktum=diktum).data(), WALI_KOTA)
    (bertanda,) = [h for h in halaman if "Ditetapkandi" in h]
    assert len(halaman) == 2 and naskah.urutan_diktum(banyak).replace(" ", "") in bertanda


def test_petikan_hanya_memuat_baris_yang_dipetik():
    petik = naskah.turunan(NAIK.data(), "petikan", WALI_KOTA, 4)
    teks = "".join(cetak(naskah.KEPUTUSAN, petik, RUTH))
    assert "PETIKAN" in teks and "Petikansesuaidenganaslinya" in teks and "ttd." in teks
    assert (
        "Pegawai5" in teks and "Pegawai4" not in teks and "RuthKalamiro" in teks and "YohanisContoh" in teks
    )


def test_salinan_memuat_semua_baris():
    salin = "".join(cetak(naskah.KEPUTUSAN, naskah.turunan(NAIK.data(), "salinan", WALI_KOTA), RUTH))
    assert "Salinansesuaidenganaslinya" in salin and "Pegawai80" in salin


@pytest.mark.parametrize("baris", [None, -1, 80])
def test_petikan_dari_baris_yang_tidak_ada_ditolak(baris):
    with pytest.raises(MasukanSalah, match="1 sampai 80"):
        naskah.turunan(NAIK.data(), "petikan", WALI_KOTA, baris)


def test_petikan_dari_petikan_dan_baris_dari_naskah_tanpa_lampiran_ditolak():
    petik = naskah.turunan(NAIK.data(), "petikan", WALI_KOTA, 0)
    with pytest.raises(MasukanSalah, match="keputusan asli"):
        naskah.turunan(petik, "salinan", WALI_KOTA)
    with pytest.raises(MasukanSalah, match="tidak punya lampiran"):
        naskah.turunan(replace(NAIK, lampiran=None).data(), "petikan", WALI_KOTA, 0)


@pytest.mark.parametrize(
    ("salah", "sebut"),
    [
        (replace(NAIK, tentang=" "), "tentang"),
        (replace(NAIK, menimbang=[]), "menimbang"),
        (replace(NAIK, diktum=["Satu.", " "]), "diktum KEDUA"),
        (replace(NAIK, bentuk="petikan"), "penanda tangan aslinya"),
        (replace(NAIK, asal=WALI_KOTA), "penanda tangan aslinya"),
        (replace(NAIK, lampiran=replace(DAFTAR, baris=[["1", "A", "B"], ["2", "C"]])), "baris 2: 2 kolom, seharusnya 3"),
        (replace(NAIK, lampiran=replace(DAFTAR, lebar=(1,))), "lebar kolom"),
        (replace(KGB, hal=""), "hal"),
        (replace(KGB, kepada=[]), "kepada"),
        (replace(AKTIF, judul=""), "judul"),
        (replace(AKTIF, isi=[]), "isinya"),
    ],
)  # fmt: skip
def test_bagian_yang_kosong_disebut_namanya(salah, sebut):
    with pytest.raises(MasukanSalah, match=sebut):
        salah.data()


@pytest.mark.parametrize(
    ("n", "kata"),
    [
        (1, "KESATU"),
        (9, "KESEMBILAN"),
        (10, "KESEPULUH"),
        (11, "KESEBELAS"),
        (12, "KEDUA BELAS"),
        (20, "KEDUA PULUH"),
        (21, "KEDUA PULUH SATU"),
        (99, "KESEMBILAN PULUH SEMBILAN"),
    ],
)
def test_sebutan_diktum(n, kata):
    assert naskah.urutan_diktum(n) == kata


@pytest.mark.parametrize("n", [0, 100, -1])
def test_diktum_tanpa_sebutan_ditolak(n):
    with pytest.raises(ValueError, match="sebutan"):
        naskah.urutan_diktum(n)


def test_tulisan_berlambang_tidak_dibaca_sebagai_perintah_templat():
    jahat = "#panic() *tebal* $x$ @rujuk <b> \\ 'kutip' \"dua\""
    halaman = cetak(naskah.SURAT_DINAS, replace(KGB, isi=[jahat]).data())
    assert kurang(halaman, [jahat]) == []


def test_gelar_tidak_dihurufbesarkan_dan_titiknya_satu():
    data = replace(NAIK, tentang="Kenaikan Pangkat atas Nama Dr. Yohana Kambu, S.Pd., M.Si.").data()
    assert data["tentang_besar"] == "KENAIKAN PANGKAT ATAS NAMA Dr. YOHANA KAMBU, S.Pd., M.Si."
    assert data["menetapkan"].endswith("YOHANA KAMBU, S.Pd., M.Si.")
    assert besar("nomor 5 tahun 2024 (a.n. PT. Taspen)") == "NOMOR 5 TAHUN 2024 (A.N. PT. TASPEN)"
