"""Pembaca menolak yang berbahaya dalam memori terbatas, dan membaca dialek apa pun tanpa mengubah isi."""

import subprocess
import sys
import zipfile

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kasuari.dasar.impor.baca import baca
from kasuari.dasar.impor.baca.jenis import UKURAN_TERBESAR
from kasuari.dasar.impor.galat import BerkasTidakTerbaca


def _xlsx(jalur, baris):
    buku = xlsxwriter.Workbook(str(jalur))
    lembar = buku.add_worksheet("L")
    for r, isi in enumerate(baris):
        for k, nilai in enumerate(isi):
            lembar.write(r, k, nilai) if not isinstance(nilai, str) else lembar.write_string(r, k, nilai)
    buku.close()
    return jalur


def _sisipkan(asal, tujuan, ganti):
    """Salin arsip xlsx dengan beberapa bagian diganti."""
    with zipfile.ZipFile(asal) as lama, zipfile.ZipFile(tujuan, "w", zipfile.ZIP_DEFLATED) as baru:
        for bagian in lama.namelist():
            if bagian not in ganti:
                baru.writestr(bagian, lama.read(bagian))
        for bagian, isi in ganti.items():
            baru.writestr(bagian, isi)
    return tujuan


LEMBAR = (
    '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    "<sheetData>%s</sheetData></worksheet>"
)


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        (b"", "kosong"),
        (b"\r\n;;;\r\n", "kosong"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "gambar"),
        (b"MZ\x90\x00" + b"\x00" * 50, "program"),
        (b"%PDF-1.4 abc", "PDF"),
        (b"<html><table><tr><td>NIP</td></tr></table></html>", "HTML"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "bukan lembar kerja"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "kata sandi"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "rusak"),
        (b"PK\x03\x04 rusak", "rusak"),
        (bytes(range(1, 32)) * 40, "biner"),
    ],
)
def test_yang_bukan_tabel_ditolak_dengan_kalimat(tmp_path, isi, kata):
    berkas = tmp_path / "daftar.xls"
    berkas.write_bytes(isi)
    with pytest.raises(BerkasTidakTerbaca, match=kata):
        baca(berkas)


def test_arsip_biasa_dan_arsip_bersandi_bukan_lembar_kerja(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as arsip:
        arsip.writestr("catatan.txt", "halo")
    with pytest.raises(BerkasTidakTerbaca, match="bukan lembar kerja"):
        baca(tmp_path / "a.xlsx")


def test_berkas_200_mb_ditolak_tanpa_dibaca(tmp_path):
    berkas = tmp_path / "besar.xlsx"
    with berkas.open("wb") as aliran:
        aliran.write(b"PK\x03\x04")
        aliran.truncate(2 * UKURAN_TERBESAR)
    with pytest.raises(BerkasTidakTerbaca, match="terlalu besar"):
        baca(berkas)


def _bom_mampat(asal, tujuan):
    return _sisipkan(asal, tujuan, {"xl/worksheets/sheet1.xml": b" " * (8 * 1024 * 1024)})


def _bom_pojok(asal, tujuan):
    return _sisipkan(
        asal,
        tujuan,
        {
            "xl/worksheets/sheet1.xml": LEMBAR
            % '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
        },
    )


def _bom_bohong(asal, tujuan):
    """Ukuran yang tertulis di direktori diperkecil; isinya tetap mengembang."""
    _bom_mampat(asal, tujuan)
    bita = tujuan.read_bytes()
    tujuan.write_bytes(bita.replace((8 * 1024 * 1024).to_bytes(4, "little"), (100).to_bytes(4, "little")))
    return tujuan


def _bom_berlapis(asal, tujuan):
    return _sisipkan(asal, tujuan, {"xl/isi.xml": asal.read_bytes()})


def _bom_teks_bersama(asal, tujuan):
    """Satu teks panjang yang dirujuk banyak sel: kecil di berkas, raksasa di memori."""
    sel = "".join(
        f'<row r="{r}">' + "".join(f'<c r="{h}{r}" t="s"><v>0</v></c>' for h in "ABCDEFGHIJ") + "</row>"
        for r in range(1, 5001)
    )
    teks = (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>'
        + "x" * 30_000
        + "</t></si></sst>"
    )
    return _sisipkan(asal, tujuan, {"xl/worksheets/sheet1.xml": LEMBAR % sel, "xl/sharedStrings.xml": teks})


_ANAK = """
import resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, (700 * 1024 * 1024,) * 2)
from kasuari.dasar.impor.baca import baca
from kasuari.dasar.impor.galat import BerkasTidakTerbaca
for berkas in sys.argv[1:]:
    try:
        baca(Path(berkas))
    except BerkasTidakTerbaca as galat:
        print(Path(berkas).stem, "DITOLAK", galat.pesan)
    else:
        print(Path(berkas).stem, "TERBACA")
# ru_maxrss diwarisi dari induk saat fork; VmHWM mulai dari nol sesudah exec
hwm = next(b for b in open("/proc/self/status") if b.startswith("VmHWM"))
print("puncak", int(hwm.split()[1]) // 1024)
"""


def test_bom_zip_ditolak_dalam_memori_terbatas(tmp_path):
    asal = _xlsx(tmp_path / "asal.xlsx", [["NIP", "Nama"], ["1", "x"]])
    bom = [
        b(asal, tmp_path / f"{b.__name__}.xlsx")
        for b in (_bom_mampat, _bom_pojok, _bom_bohong, _bom_berlapis, _bom_teks_bersama)
    ]
    jalan = subprocess.run(
        [sys.executable, "-c", _ANAK, *map(str, bom)], capture_output=True, text=True, timeout=60
    )
    baris = jalan.stdout.splitlines()
    assert jalan.returncode == 0, jalan.stderr
    assert [b.split()[1] for b in baris[:-1]] == ["DITOLAK"] * len(bom), jalan.stdout
    assert int(baris[-1].split()[1]) < 200, baris[-1]


def test_sel_tetap_teks_dan_karakter_kendali_dicatat(tmp_path):
    berkas = tmp_path / "a.csv"
    berkas.write_bytes(b"NIP;Nama\n1;<b>x</b>\n2;=CMD()\n3;a\x07b\n")
    tabel = baca(berkas)[0]
    assert [b[1].teks for b in tabel.isi] == ["Nama", "<b>x</b>", "=CMD()", "ab"]
    assert tabel.kendali == [(4, 1)]


def test_angka_18_digit_terlihat_utuh_dan_tetap_dikenal_sebagai_angka(tmp_path):
    tabel = baca(_xlsx(tmp_path / "a.xlsx", [["NIP"], [197710282009122012]]))[0]
    assert tabel.isi[1][0] == ("197710282009122000", "angka")


ISI = [["No", "Nama", "Tempat"], ["1", 'René "Ma\'ruf"', "Sorong; Kota"], ["2", "Çelestin", "Fak-Fak, Papua"]]


@pytest.mark.parametrize("pengodean", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "latin-1"])
@pytest.mark.parametrize("pemisah", [";", ",", "\t", "|"])
def test_dialek_csv_apa_pun_memberi_isi_yang_sama(tmp_path, pengodean, pemisah):
    garis = (pemisah.join('"' + s.replace('"', '""') + '"' for s in b) for b in ISI)
    berkas = tmp_path / "a.csv"
    berkas.write_bytes("\r\n".join(garis).encode(pengodean))
    tabel = baca(berkas)[0]
    assert [[s.teks for s in b] for b in tabel.isi] == ISI
    assert tabel.pemisah == pemisah


def test_petunjuk_sep_excel_dan_baris_kosong_tidak_menggeser_nomor(tmp_path):
    berkas = tmp_path / "a.csv"
    berkas.write_text('sep=|\nNIP|Nama\n\n1|"dua\nbaris"\n2|x\n', encoding="utf-8")
    tabel = baca(berkas)[0]
    assert tabel.nomor == [2, 3, 4, 6]


def test_kutip_yang_tidak_ditutup_tidak_menelan_berkas(tmp_path):
    berkas = tmp_path / "a.csv"
    berkas.write_text(
        'NIP;Nama\n1;"Silas\n' + "".join(f"{n};Obed\n" for n in range(2, 200)), encoding="utf-8"
    )
    tabel = baca(berkas)[0]
    assert len([b for b in tabel.isi if b[0].teks]) == 200


@given(st.binary(max_size=400))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_bita_sembarang_hanya_menimbulkan_galat_kita(tmp_path, bita):
    berkas = tmp_path / "acak.csv"
    berkas.write_bytes(bita)
    try:
        assert all(len(t.isi) == len(t.nomor) for t in baca(berkas))
    except BerkasTidakTerbaca as galat:
        assert galat.pesan.endswith(".")


def test_teks_bersama_yang_wajar_tidak_disangka_bom(tmp_path):
    """Satu catatan panjang di berkas yang banyak selnya: batas kasar terlampaui, hitungan tepat meloloskan."""
    asal = _xlsx(tmp_path / "asal.xlsx", [["NIP", "Nama"], ["1", "x"]])
    sel = (
        "".join(f'<row r="{r}"><c r="A{r}" t="s"><v>1</v></c></row>' for r in range(1, 20_001))
        + '<row r="20001"><c r="A20001" t="s"><v>0</v></c></row>'
    )
    teks = (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>'
        + "x" * 30_000
        + "</t></si><si><t>y</t></si></sst>"
    )
    berkas = _sisipkan(
        asal, tmp_path / "a.xlsx", {"xl/worksheets/sheet1.xml": LEMBAR % sel, "xl/sharedStrings.xml": teks}
    )
    assert len(baca(berkas)[0].isi) == 20_001
