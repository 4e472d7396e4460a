"""Kasus terbit lulus, perbandingannya tepat, dan baris perintah berbicara jelas tanpa Django."""

import json
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

import pytest
from tests.bersama import shared

from kasuari.aturan.buku import Buku, Timpa
from kasuari.aturan.galat import GalatAturan, MasukanTakTerduga
from kasuari.aturan.kasus import DAFTAR, baca, sama, tulis_json, uji, uji_berkas
from kasuari.aturan.kasus.daftar import Jenis, dari_susunan, jenis, langkah_parameter
from kasuari.aturan.kasus.isian import Isian
from kasuari.aturan.masukan import bilangan
from kasuari.aturan.pokok import POKOK
from kasuari.aturan.rumus import Langkah, Susunan, rumus
from kasuari.aturan.tests.bantu import ditolak
from kasuari.cli import main

BUKU_DIKLAT = Buku.susun(date(2026, 6, 1), date.max)
KASUS_SENDIRI = sorted((Path(__file__).parent / "kasus").glob("*.json"))
KASUS_BERSAMA = (
    *("kepegawaian.json", "kepegawaian_derived.json"),
    *("gaji_pajak.json", "gaji_pajak_derived.json", "survei.json"),
)
BAGIAN_INI = (
    *("ip_asn_", "pension_", "bup_", "service_length", "kgb_", "gaji_pokok_", "nip_", "nik_"),
    *("siasn_golongan", "payslip_", "pph21_", "tpp", "thr", "tapera", "ter_lookup", "honorarium_", "rapel"),
)


@pytest.mark.parametrize("berkas", KASUS_BERSAMA)
def test_kasus_terbit_bagian_ini_semua_lulus(berkas):
    putusan = list(uji_berkas(shared("cases", berkas)))
    assert [p.baris() for p in putusan if p.hasil == "gagal"] == []
    assert [p.baris() for p in putusan if p.jenis.startswith(BAGIAN_INI) and p.hasil != "lulus"] == []


@pytest.mark.parametrize("berkas", KASUS_SENDIRI, ids=lambda b: b.stem)
def test_kasus_sendiri_semua_lulus(berkas):
    assert [p.baris() for p in uji_berkas(berkas) if p.hasil != "lulus"] == []


def test_setiap_rumus_dijalankan_sedikitnya_satu_kasus():
    dijalankan = set()
    for berkas in (*(shared("cases", b) for b in KASUS_BERSAMA), *KASUS_SENDIRI):
        for kasus in baca(berkas.read_text("utf-8"))["cases"]:
            if kasus["kind"] in DAFTAR:
                dijalankan |= {(x.susunan, x.langkah) for x in DAFTAR[kasus["kind"]](kasus["inputs"]).jejak}
    belum = {
        (pokok.kode, skema, rumus.nama)
        for pokok in POKOK
        for skema, susunan in pokok.susunan.items()
        for rumus in susunan.rumus
        if (susunan.nama, rumus.nama) not in dijalankan
    }
    assert belum == set()


def test_setiap_langkah_setiap_kasus_menyebut_nama_dasar_keyakinan_dan_sejak_kapan():
    for berkas in (*(shared("cases", b) for b in KASUS_BERSAMA), *KASUS_SENDIRI):
        for kasus in baca(berkas.read_text("utf-8"))["cases"]:
            if kasus["kind"] not in DAFTAR:
                continue
            jawab = DAFTAR[kasus["kind"]](kasus["inputs"])
            assert isinstance(jawab.buku, Buku)
            for x in jawab.jejak:
                assert x.langkah == "_".join(x.langkah.split()) and x.nama and x.dasar.strip(), kasus["id"]
                assert x.keyakinan in ("sumber", "ingatan") and isinstance(x.berlaku, date), kasus["id"]
                assert isinstance(x.satuan, str) and isinstance(x.masukan, Mapping), kasus["id"]


def test_jawaban_satu_langkah_memuat_seluruh_hasilnya():
    jawab = DAFTAR["siasn_golongan"]({"siasn_id": "31"})
    (x,) = jawab.jejak
    assert x.nilai == jawab.hasil == {"golongan": "III/a", "pangkat": "Penata Muda"}
    assert (x.masukan, x.keyakinan, x.satuan, x.berlaku) == (
        {"siasn_id": "31"}, "sumber", "", date(1945, 8, 17),
    )  # fmt: skip
    assert x.langkah == "_".join(x.nama.lower().split())


def test_jawaban_dari_parameter_berdasar_versi_yang_berlaku_dan_keyakinannya():
    isian = Isian({"a": 1}, ["a"])
    buku = Buku.susun(date(2025, 6, 1))
    for kode in ("seleksi_kode", "ip_asn_s4190_kinerja"):
        jawab = langkah_parameter(isian, buku, {"hasil": 7}, "Nama Langkah", kode)
        v = buku.versi(kode)
        assert jawab.buku is buku
        assert jawab.jejak == [
            Langkah(
                "nama_langkah",
                "Nama Langkah",
                {"a": 1},
                7,
                "",
                v.dasar,
                v.yakin(),
                v.berlaku,
                ((kode, None),),
            )
        ]


def test_jenis_kasus_dijawab_dengan_ketentuan_daerah_yang_disertakan():
    masukan = {"jenis_diklat": 9, "banyak": 2, "buku_pada": "2026-06-01"}
    nama = BUKU_DIKLAT.tabel("bangkom_jenis_kegiatan")["9"]
    daerah = Timpa("bangkom_konversi_jp", nama, date(2026, 1, 1), 7, "Perwal")
    biasa, kota = (DAFTAR["jp_kegiatan"](masukan, t).hasil for t in ((), (daerah,)))
    assert biasa != kota == {"jp": 14}


def test_jenis_kasus_tidak_boleh_terdaftar_dua_kali_dan_tahu_namanya():
    assert {nama: j.nama for nama, j in DAFTAR.items()} == {nama: nama for nama in DAFTAR}
    with pytest.raises(ValueError, match="Jenis kasus 'siasn_golongan' sudah terdaftar"):
        jenis("siasn_golongan", "a b")(lambda isian: None)


def test_hasil_yang_berupa_masukan_tidak_disebut_memakai_bawaannya():
    tambah = rumus(satuan="x", berlaku="2020-01-01", dasar="uji")(_tambah)
    susunan = Susunan("uji", {"n": bilangan("n", 0, 9, bawaan=4)}, [tambah])
    keluar, buku = {"hasil": "_tambah", "asal": "n"}, Buku.susun(date(2025, 6, 1))
    assert dari_susunan(susunan, {"n": 5}, buku, keluar).hasil == {"hasil": 6, "asal": 5}
    assert dari_susunan(susunan, {}, buku, keluar).hasil == {"hasil": 5, "asal": 4}


def _tambah(n, *, p):
    """Uji: satu lebih banyak."""
    return n + 1


@pytest.mark.parametrize(
    ("harap", "dapat", "putus"),
    [
        (Decimal("80.2"), "80.20", True),
        (80, Decimal("80.00"), True),
        (Decimal("80.2"), Decimal("80.21"), False),
        (1, True, False),
        (True, 1, False),
        ("999", "999", True),
        ("0999", "999", False),
        ([1, 2], [2, 1], False),
        ({"a": 1}, {"a": 1, "b": 2}, False),
        (None, None, True),
        (None, 0, False),
        (0, None, False),
        ({"a": 1}, [1], False),
        ([1], {"a": 1}, False),
        ([1], 1, False),
        ([1], (1,), True),
        ("a", ["a"], False),
    ],
)
def test_perbandingan_tepat(harap, dapat, putus):
    assert sama(harap, dapat) is putus


def test_kunci_yang_tidak_dijawab_adalah_gagal_dan_jenis_asing_tak_didukung():
    kasus = {"id": "x", "kind": "siasn_golongan", "inputs": {"siasn_id": "31"}}
    assert uji({**kasus, "expected": {"golongan": "III/a", "lain": 1}}).hasil == "gagal"
    assert uji({**kasus, "kind": "entah", "expected": {}}).hasil == "tak didukung"


def test_masukan_buruk_dalam_kasus_adalah_gagal_dengan_alasannya():
    masukan, harap = {"birth": "kemarin", "bup": 58}, {"tmt": "2027-01-01"}
    putusan = uji({"id": "x", "kind": "pension_date", "inputs": masukan, "expected": harap})
    assert (putusan.id, putusan.jenis, putusan.hasil, putusan.harap) == ("x", "pension_date", "gagal", harap)
    assert putusan.dapat == {"galat": ditolak(DAFTAR["pension_date"], masukan)}
    assert "kemarin" in putusan.baris()


def test_json_dibaca_dengan_desimal_tepat_dan_ditulis_tanpa_pecahan_biner():
    assert baca("[0.1, 1e3]") == [Decimal("0.1"), Decimal("1e3")]
    for nama in ("NaN", "Infinity", "-Infinity"):
        with pytest.raises(ValueError, match=f"{nama} bukan angka JSON"):
            baca(f"[{nama}]")
    isi = {"é": Decimal("0.0000001"), "b": Decimal("1E+3"), "c": MappingProxyType({"d": date(2025, 1, 2)})}
    assert tulis_json(isi) == '{"é": "0.0000001", "b": "1000", "c": {"d": "2025-01-02"}}'


def test_berkas_kasus_dibaca_sebagai_utf_8_dan_yang_kurang_kuncinya_disebut(tmp_path):
    utuh = {"id": "é", "kind": "nip_invalid", "inputs": {"nip": "1"}, "expected": {"error": "panjang"}}
    berkas = tmp_path / "kasus.json"
    berkas.write_bytes(json.dumps({"cases": [utuh]}, ensure_ascii=False).encode("utf-8"))
    assert [p.id for p in uji_berkas(berkas)] == ["é"]
    berkas.write_text(json.dumps({"cases": [{"id": "a"}]}), "utf-8")
    assert ditolak(uji_berkas, berkas) == (
        f"{berkas}: tidak terbaca sebagai berkas kasus (setiap kasus perlu id, kind, inputs, dan expected)."
    )


def tulis_kasus(folder, *kasus):
    berkas = folder / "kasus.json"
    berkas.write_text(json.dumps({"cases": list(kasus)}), "utf-8")
    return str(berkas)


LULUS = {"id": "a", "kind": "nip_invalid", "inputs": {"nip": "1"}, "expected": {"error": "panjang"}}


def test_perintah_kasus_mencetak_satu_baris_satu_kasus_dan_jumlahnya(tmp_path, capsys):
    berkas = tulis_kasus(
        tmp_path,
        LULUS,
        {**LULUS, "id": "b", "expected": {"error": "serial"}},
        {**LULUS, "id": "c", "kind": "z"},
    )
    assert main(["kasus", berkas]) == 1
    baris = capsys.readouterr().out.splitlines()
    assert baris == [
        "a nip_invalid lulus",
        'b nip_invalid gagal harap={"error": "serial"} dapat={"error": "panjang"}',
        "c z tak didukung",
        '{"lulus":1,"gagal":1,"tak_didukung":1}',
    ]
    assert main(["kasus", tulis_kasus(tmp_path, LULUS)]) == 0


@pytest.mark.parametrize(
    "isi",
    ["", "[]", "[" * 100_000, '{"cases": []}', '{"cases": [{}]}', '{"cases": [{"id": NaN}]}',
     '{"cases": [{"id": "a", "kind": "thr", "inputs": {}, "expected": [[]]}]}'],
)  # fmt: skip
def test_berkas_kasus_rusak_keluar_dua(tmp_path, capsys, isi):
    (tmp_path / "x.json").write_text(isi, "utf-8")
    assert main(["kasus", str(tmp_path / "x.json")]) == 2
    assert "x.json" in capsys.readouterr().err


def test_kasus_tanpa_hasil_yang_diharapkan_gagal_bukan_lulus_kosong(tmp_path, capsys):
    assert main(["kasus", tulis_kasus(tmp_path, {**LULUS, "expected": {}})]) == 1
    assert "expected kosong: tidak ada hasil yang dibandingkan" in capsys.readouterr().out
    assert main(["kasus", tulis_kasus(tmp_path)]) == 2
    assert "tidak ada kasus di dalamnya" in capsys.readouterr().err


def test_hitung_help_menjelaskan_dirinya_dan_jenisnya(capsys):
    assert main(["hitung", "--help"]) == 0
    keluar = capsys.readouterr().out
    assert "kasuari hitung JENIS" in keluar and "gaji_pokok_2024" in keluar


def hitung(monkeypatch, capsys, jenis, teks):
    import io

    monkeypatch.setattr(sys, "stdin", io.StringIO(teks))
    kode = main(["hitung", jenis])
    return kode, json.loads(capsys.readouterr().out)


def test_hitung_memberi_hasil_jejak_dan_versi(monkeypatch, capsys):
    orang = {"scheme": "perban8_2019", "pendidikan": "S1", "jabatan": "pelaksana", "diklat_teknis_jp": 20}
    teks = json.dumps({**orang, "predikat": "Baik", "hukdis": "none"})
    kode, keluar = hitung(monkeypatch, capsys, "ip_asn_person", teks)
    assert kode == 0
    assert keluar["hasil"]["index"] == "67.5" and keluar["hasil"]["kategori"] == "Rendah"
    assert {"langkah", "masukan", "nilai", "dasar", "keyakinan", "berlaku"} <= keluar["jejak"][0].keys()
    assert len(keluar["versi"]) == 64


def test_hitung_daftar_menjawab_daftar(monkeypatch, capsys):
    kode, keluar = hitung(monkeypatch, capsys, "siasn_golongan", '[{"siasn_id":"31"},{"siasn_id":"45"}]')
    assert kode == 0 and [k["hasil"]["golongan"] for k in keluar] == ["III/a", "IV/e"]


@pytest.mark.parametrize(
    ("jenis", "teks", "kolom"),
    [
        ("ip_asn_person", '{"scheme":"perban8_2019","pendidikan":"S9"}', "pendidikan"),
        ("ip_asn_person", '{"scheme":"lain"}', "scheme"),
        ("ip_asn_person", '{"scheme":"perban8_2019","gaji":1}', "gaji"),
        ("pension_date", '{"birth":"1969-02-30","bup":58}', "birth"),
        ("pension_date", '{"birth":"1969-02-28"}', "bup"),
        ("nip_parse", '{"nip":198601022015051999}', "nip"),
        ("gaji_pokok_2024", '{"golongan":"III/a","mkg_years":1.5}', "mkg_years"),
        ("kgb_next", '{"golongan":"III/z","mkg":"3y0m","per_tanggal":"2025-03-01"}', "golongan"),
        ("ip_asn_category", '{"value": 80.123}', "indeks"),
        ("ip_asn_category", "[1]", "*"),
        ("ip_asn_category", "bukan json", "*"),
        ("tidak_ada", "{}", "jenis"),
    ],
)
def test_hitung_menolak_masukan_buruk_dengan_kolomnya(monkeypatch, capsys, jenis, teks, kolom):
    kode, keluar = hitung(monkeypatch, capsys, jenis, teks)
    assert (kode, keluar["galat"][0]["kolom"]) == (2, kolom)
    assert keluar["galat"][0]["pesan"]


@pytest.mark.parametrize(
    ("jenis", "teks", "kalimat"),
    [
        ("thr", "[" * 100_000, "masukan bukan JSON: susunannya terlalu dalam: paling banyak 50 tingkat"),
        ("thr", "[" * 60 + "]" * 60, "masukan bukan JSON: susunannya terlalu dalam: paling banyak 50 tingkat"),
        ("thr", '{"tmt": ' + "9" * 5000 + "}", "masukan bukan JSON: ada bilangan lebih dari 100 angka"),
        ("thr", '{"tmt": 1e99999999999999999999}', "masukan bukan JSON: ada bilangan yang pangkatnya terlalu besar"),
        ("thr", "[]", "daftar masukan kosong: tidak ada yang dihitung"),
        ("thr", '{"tmt": ', "masukan bukan JSON: tidak terbaca pada baris 1, huruf ke-9"),
        ("gaji_pokok_2024", '{"golongan": "\\ud800"}',
         "masukan bukan JSON: ada huruf yang bukan Unicode utuh (surogat lepas)"),
        ("gaji_pokok_2024", '{"\\ud800": 1}',
         "masukan bukan JSON: ada huruf yang bukan Unicode utuh (surogat lepas)"),
        ("skm_responden", '{"rezim": "PERMENPANRB_14_2017", "kolom": [{}], "baris": [[4]]}',
         "nama unsur harus teks"),
    ],
)  # fmt: skip
def test_hitung_tidak_pernah_menjawab_dengan_jejak_galat_python(monkeypatch, capsys, jenis, teks, kalimat):
    kode, keluar = hitung(monkeypatch, capsys, jenis, teks)
    assert (kode, [g["pesan"] for g in keluar["galat"]]) == (2, [kalimat])


def test_golongan_dan_id_siasn_ribuan_angka_ditolak_dengan_kolomnya(monkeypatch, capsys):
    for jenis_satu, isi in (("gaji_pokok_2024", {"golongan": "9" * 5000, "mkg_years": 1}),
                       ("siasn_golongan", {"siasn_id": "9" * 5000})):  # fmt: skip
        kode, keluar = hitung(monkeypatch, capsys, jenis_satu, json.dumps(isi))
        assert kode == 2 and "tidak dikenal" in keluar["galat"][0]["pesan"]


def test_yang_luput_dari_pemeriksaan_menjadi_galat_berkalimat_di_satu_tempat(monkeypatch, capsys):
    luput = Jenis("luput", ("a",), lambda isian: {}[[]])
    monkeypatch.setitem(DAFTAR, "luput", luput)
    kode, keluar = hitung(monkeypatch, capsys, "luput", '{"a": 1}')
    pesan = "Masukan jenis 'luput' tidak dapat dihitung: periksa bentuk tiap nilainya. Kolomnya: a."
    assert (kode, keluar["galat"][0]["pesan"]) == (2, pesan)


def test_pembaca_yang_berhenti_lebih_dulu_tidak_menimbulkan_jejak_galat(monkeypatch, capfd):
    def putus(argumen):
        raise BrokenPipeError

    dialihkan = []
    monkeypatch.setattr("kasuari.cli.kasus.jalankan", putus)
    monkeypatch.setattr("os.dup2", lambda ke, dari: dialihkan.append(dari))
    assert main(["kasus"]) == 1 and dialihkan == [sys.stdout.fileno()]


def test_bilangan_raksasa_dicetak_dengan_pangkatnya():
    assert tulis_json(baca("[1e999999999]")) == '["1E+999999999"]'


def test_satu_masukan_salah_dalam_daftar_membatalkan_semuanya(monkeypatch, capsys):
    kode, keluar = hitung(monkeypatch, capsys, "siasn_golongan", '[{"siasn_id":"31"},{"siasn_id":"99"}]')
    assert kode == 2 and keluar["galat"][0]["baris"] == 1 and "hasil" not in keluar


def test_hukum_berjalan_tanpa_django():
    program = (
        'import sys, io; sys.stdin = io.StringIO(\'{"siasn_id":"31"}\')\n'
        "from kasuari.cli import main; kode = main(['hitung', 'siasn_golongan'])\n"
        "asing = [m for m in sys.modules if m.split('.')[0] in ('django', 'psycopg', 'sqlite3')]\n"
        "sys.exit(kode or (3 if asing else 0))"
    )
    selesai = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert selesai.returncode == 0, selesai.stderr


BURUK = [
    None,
    True,
    -1,
    10**30,
    0.1,
    "",
    "x",
    "NaN",
    "2025-02-30",
    "9999-12-31",
    "99y11m",
    [],
    [None],
    {},
    {"n": "x"},
    [{}],
    "9" * 5000,
]


@pytest.mark.parametrize("nama", sorted(DAFTAR))
def test_masukan_sampah_selalu_menjadi_galat_yang_dijelaskan(nama):
    jenis = DAFTAR[nama]
    besar = baca("[1e999999999, -1e-999999999, 1.0000001]")
    for sampah in [*BURUK, *besar]:
        for kolom in jenis.kolom:
            try:
                jenis({**dict.fromkeys(jenis.kolom, sampah), kolom: "2025-01-01"})
                jenis(dict.fromkeys(jenis.kolom, sampah))
            except GalatAturan as galat:
                assert str(galat) and not isinstance(galat, MasukanTakTerduga)
    with pytest.raises(GalatAturan):
        jenis({"kolom asing": 1})
