"""Serangan terhadap anonimitas: penyerang memegang seluruh basis data dan tahu siapa mengirim kapan, dari mana, dengan kode apa.

Tiap serangan menebak jawaban tiap orang. Kalau ia tidak lebih baik dari untung-untungan, banyak tebakan benarnya dalam
satu kelompok berurutan acak menyebar seperti titik tetap permutasi: rata-rata satu, ragam satu, berapa pun besarnya.
"""

import base64
import math
import uuid
from datetime import date
from itertools import pairwise
from random import Random

import pytest
from django.apps import apps
from django.db import connection, models
from hypothesis import given
from hypothesis import strategies as st

from kasuari.dasar.akun.models import Percobaan
from kasuari.dasar.inti.sandi import dekripsi
from kasuari.dasar.inti.waktu import pada_saat
from kasuari.dasar.jejak.models import Jejak, KunciAksi
from kasuari.masyarakat.survei import campur, gabungan, sajian, samaran, service, terima, tiket, tutup
from kasuari.masyarakat.survei.kata_unsur import UNSUR
from kasuari.masyarakat.survei.models import CacahPerangkat, Jawaban, Kiriman, Komentar, Undangan
from kasuari.masyarakat.survei.tahan import tahan
from kasuari.masyarakat.survei.terima import GUNA

pytestmark = pytest.mark.django_db
KELOMPOK, BESAR = 25, 12  # kelompok dan orang tiap kelompok


def batas(rata: float, peluang: float = 1e-4) -> int:
    """Banyak tebakan benar yang masih untung-untungan: kuantil Poisson(rata)."""
    k, jumlah = 0, math.exp(-rata)
    suku = jumlah
    while 1 - jumlah > peluang:
        k += 1
        suku *= rata / k
        jumlah += suku
    return k


def fisik(model):
    """Baris menurut letak penyimpanannya, seperti terbaca dari berkas basis data."""
    letak = "ctid" if connection.vendor == "postgresql" else "rowid"
    return list(model.objects.order_by(models.expressions.RawSQL(letak, ())))


@pytest.fixture
def kiriman(buka, pelaku_sistem):
    """Dua puluh lima kelompok: [(orang -> jawaban rahasianya, urutan tiba, kunci), baris jawaban baru menurut letaknya]."""
    acak = Random(7)
    p, hasil, sudah = buka(), [], set()
    for _ in range(KELOMPOK):
        orang = []
        while len(orang) < BESAR:
            jawab = tuple(acak.randint(1, 4) for _ in UNSUR)
            if jawab not in sudah:
                sudah.add(jawab)
                kunci = uuid.UUID(int=acak.getrandbits(128), version=4)
                terima.simpan(
                    p,
                    kunci,
                    terima.Penilaian(dict(zip(UNSUR, jawab, strict=True))),
                    date(2026, 11, 2),
                    f"{len(orang):016x}",
                )
                orang.append((kunci, jawab))
        campur.pindahkan(pelaku_sistem, p.id)
        baru = fisik(Jawaban)[-BESAR:]
        hasil.append((orang, baru))
    return hasil


def isi(j):
    return tuple(getattr(j, u) for u in UNSUR)


def benar(orang, tebakan):
    return sum(isi(j) == jawab for (_k, jawab), j in zip(orang, tebakan, strict=True))


@pytest.mark.lambat
@pytest.mark.dua_db
def test_urutan_penyimpanan_kunci_dan_perangkat_tidak_menebak_lebih_baik_dari_untung_untungan(kiriman):
    serangan = {
        "urutan letak": lambda orang, baru: baru,
        "letak terbalik": lambda orang, baru: baru[::-1],
        "urutan kunci jawaban": lambda orang, baru: sorted(baru, key=lambda j: j.id.int),
        # orang terkecil kuncinya dijodohkan dengan jawaban terkecil kuncinya
        "peringkat kunci kirim": lambda orang, baru: _peringkat(orang, sorted(baru, key=lambda j: j.id.int)),
        "kunci kirim terdekat": lambda orang, baru: [
            min(baru, key=lambda j: (j.id.int ^ k.int).bit_count()) for k, _ in orang
        ],
        "urutan baris kiriman": lambda orang, baru: _urut_kiriman(orang, baru),
    }
    kena = {nama: sum(benar(o, f(o, b)) for o, b in kiriman) for nama, f in serangan.items()}
    assert all(n <= batas(KELOMPOK) for n in kena.values()), kena
    assert (
        batas(KELOMPOK) < KELOMPOK * BESAR / 4
    )  # ukurannya cukup tajam: penyerang yang tahu sepertiga pun ketahuan


def _peringkat(orang, baru):
    urut = sorted(range(len(orang)), key=lambda n: orang[n][0].int)
    tebak = [None] * len(orang)
    for j, n in zip(baru, urut, strict=True):
        tebak[n] = j
    return tebak


def _urut_kiriman(orang, baru):
    letak = {k.kunci: n for n, k in enumerate(fisik(Kiriman))}
    urut = sorted(range(len(orang)), key=lambda n: letak[orang[n][0]])
    return [baru[urut.index(n)] for n in range(len(orang))]


def test_ukuran_serangan_menangkap_pencampur_yang_tidak_mengacak(buka, pelaku_sistem, monkeypatch):
    """Ujinya sendiri diuji: tanpa pengacakan, tebakan menurut urutan selalu benar dan jauh di atas batas."""
    monkeypatch.setattr(campur._acak, "shuffle", lambda x: None)
    p, acak, orang = buka(), Random(3), []
    for n in range(BESAR):
        jawab = tuple(acak.randint(1, 4) for _ in UNSUR)
        kunci = uuid.UUID(int=n, version=4)
        terima.simpan(p, kunci, terima.Penilaian(dict(zip(UNSUR, jawab, strict=True))), date(2026, 11, 2))
        orang.append((kunci, jawab))
    campur.pindahkan(pelaku_sistem, p.id)
    assert benar(orang, fisik(Jawaban)) == BESAR > batas(1)


@pytest.mark.lambat
def test_token_undangan_tidak_menunjuk_jawabannya(buka, pelaku_sistem):
    acak, p, kena = Random(11), buka(), 0
    for _ in range(KELOMPOK):
        orang = []
        for _ in range(BESAR):
            token = service.undang(pelaku_sistem, p.unit_id, "A", uuid.uuid4())
            jawab = tuple(acak.randint(1, 4) for _ in UNSUR)
            data = {"jawab": dict(zip(UNSUR, jawab, strict=True)), "diri": {}, "tulisan": {}}
            terima.simpan_undangan(p, uuid.uuid4(), data, date(2026, 11, 2), token, "qr")
            orang.append((terima.sidik_token(token), jawab))
        campur.pindahkan(pelaku_sistem, p.id)
        letak = [u.sidik for u in fisik(Undangan)][-BESAR:]
        baru = dict(zip(letak, fisik(Jawaban)[-BESAR:], strict=True))
        kena += sum(isi(baru[sidik]) == jawab for sidik, jawab in orang)
    assert kena <= batas(KELOMPOK)


def test_baris_tanpa_nama_tidak_punya_jam_akun_alamat_atau_token():
    jam = [
        f"{m.__name__}.{f.name}"
        for m in apps.get_app_config("survei").get_models()
        for f in m._meta.get_fields()
        if isinstance(f, models.DateTimeField | models.TimeField)
    ]
    assert jam == []
    assert {f.name for f in Jawaban._meta.get_fields()} == {
        "id", "periode", "layanan_kode", "hari", "mode", "lapis", "jk", "usia", "pendidikan", "pekerjaan", *UNSUR,
    }  # fmt: skip
    assert {f.name for f in Komentar._meta.get_fields() if f.concrete} == {"id", "periode", "soal", "isi"}


def test_token_sandi_tidak_memuat_jam(buka, jawab):
    """Delapan byte sesudah versi pada token Fernet ialah jam pembuatannya, terbaca tanpa kunci."""
    p = buka()
    jawab(p, [3] * 5, campurkan=False, tulisan={"": "Loket panas"})
    sandi = [bytes(k.isi) for k in Kiriman.objects.all()]
    campur.pindahkan(service_sistem(), p.id)
    sandi += [bytes(k.isi) for k in Komentar.objects.all()]
    assert len(sandi) == 10
    assert {base64.urlsafe_b64decode(s.partition(b"|")[2])[1:9] for s in sandi} == {bytes(8)}


def service_sistem():
    from kasuari.dasar.inti.pelaku import sistem

    return sistem("uji")


def test_kunci_jawaban_acak_dan_tiap_hari_sedikitnya_satu_kelompok(buka, jawab, pelaku_sistem):
    p = buka()
    for n in range(4):
        jawab(p, [3], hari=date(2026, 11, 2 + n), campurkan=False)
        assert campur.pindahkan(pelaku_sistem, p.id) == 0  # empat belum cukup untuk dicampur
    jawab(p, [3], hari=date(2026, 11, 9), campurkan=False)
    assert campur.pindahkan(pelaku_sistem, p.id) == 5
    jawab(p, [3] * 2, hari=date(2026, 11, 12))  # sisa kecil saat ditutup ikut hari kelompok yang sudah ada
    assert {j.hari for j in Jawaban.objects.all()} == {date(2026, 11, 9)}
    assert all(j.id.version == 4 for j in Jawaban.objects.all())


def seluruh_basis_data() -> str:
    """Isi semua tabel sebagai satu tulisan, byte ditulis heksadesimal."""
    bagian = []
    with connection.cursor() as k:
        for tabel in connection.introspection.table_names():
            k.execute(f'SELECT * FROM "{tabel}"')
            for baris in k.fetchall():
                bagian += [bytes(s).hex() if isinstance(s, bytes | memoryview) else str(s) for s in baris]
    return "\n".join(bagian)


def test_alamat_perangkat_dan_peramban_tidak_tertulis_di_tabel_mana_pun(client, buka, pelaku_sistem):
    p = buka()
    for n in range(6):
        data = {
            **dict.fromkeys(UNSUR, "3"),
            "kunci": str(uuid.uuid4()),
            "tiket": tiket.buat(p.unit.kode, "qr"),
            "hp": "bilangan-acak-hp-7731",
        }
        client.post(
            f"/skm/{p.unit.kode}/",
            data,
            REMOTE_ADDR=f"203.0.113.{n}",
            headers={"User-Agent": "PonselAneh/9.1"},
        )
    campur.pindahkan(pelaku_sistem, p.id)
    isi_ = seluruh_basis_data()
    for jarum in (
        "203.0.113",
        "PonselAneh",
        "bilangan-acak-hp-7731",
        b"203.0.113".hex(),
        b"bilangan-acak".hex(),
    ):
        assert jarum not in isi_, jarum
    assert (
        not Percobaan.objects.exists()
        and not KunciAksi.objects.filter(jenis__startswith="survei.isi").exists()
    )
    assert (
        not Jejak.objects.filter(jenis="survei.kelompok")
        .exclude(pelaku_orang=None, pelaku_akun=None)
        .exists()
    )


def test_sesudah_dicampur_kunci_kirim_tidak_lagi_membawa_isi_atau_perangkat(buka, kirim, pelaku_sistem):
    p = buka()
    for n in range(6):
        kirim(p, hp=f"hp-{n}")
    campur.pindahkan(pelaku_sistem, p.id)
    assert set(Kiriman.objects.values_list("isi", "perangkat")) == {(None, "")}
    kunci = {str(k) for k in Kiriman.objects.values_list("kunci", flat=True)}
    assert not kunci & {str(j.id) for j in Jawaban.objects.all()}
    assert sorted(CacahPerangkat.objects.values_list("n", flat=True)) == [1] * 6


def test_perangkat_yang_sama_bersidik_lain_di_periode_lain(buka):
    a, b = buka("pkm"), buka("dik")
    assert (
        terima.sidik_perangkat(a, "hp") != terima.sidik_perangkat(b, "hp")
        and terima.sidik_perangkat(a, "") == ""
    )


# --- sel kecil ---------------------------------------------------------------------------------------------------


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 30), min_size=1), st.integers(2, 12))
def test_tidak_ada_sel_kecil_yang_tampil_atau_dapat_dihitung_dari_jumlahnya(n, ambang):
    tutup_ = tahan(n, ambang)
    assert not [k for k, v in n.items() if 0 < v < ambang and k not in tutup_]
    sisa = sum(n[k] for k in tutup_)  # jumlah seluruhnya terbit, jadi penyerang tahu jumlah yang ditahan
    semua_terisi = {k for k, v in n.items() if v}
    assert not tutup_ or tutup_ >= semua_terisi or (sisa >= ambang and len(tutup_) > 1)


@pytest.mark.lambat
def test_selisih_semua_angka_yang_terbit_tidak_membuka_kelompok_kecil(buka, layanan, pelaku_sistem):
    """Penyerang mengurangkan semua yang terbit: unit dikurangi layanan, lapis, dan data dirinya; kota dikurangi unit."""
    acak = Random(5)
    layanan("pkm", *((k, f"Layanan {k}", 6) for k in "ABCD"))
    for ke, mulai in enumerate((date(2026, 1, 1), date(2026, 4, 1), date(2026, 7, 1))):
        p = buka(mulai=mulai)
        for kode, n in zip(
            "ABCD", (acak.randint(0, 9), acak.randint(1, 4), 14 + ke, acak.randint(3, 8)), strict=True
        ):
            for _ in range(n):
                diri = {"jk": acak.choice("PPPPL"), "usia": acak.choice(["17-25", "56+"])}
                isi_ = terima.Penilaian(dict.fromkeys(UNSUR, acak.randint(1, 4)), layanan=kode, diri=diri)
                terima.simpan(p, uuid.uuid4(), isi_, mulai)
        with pada_saat(date(2026, 12, 1)):
            tutup.tutup(pelaku_sistem, periode=p.uid, kunci=uuid.uuid4())
        p.refresh_from_db()
        t = sajian.tampak(p, p.hasil.isi)
        for nama, sel in [("layanan", t.layanan), ("lapis", t.lapis), ("mode", t.mode), *t.diri]:
            tampil = [s.n for s in sel if s.n is not None]
            hilang = t.ikm.n - sum(tampil)
            assert all(n == 0 or n >= 5 for n in tampil), (nama, tampil)
            assert hilang == 0 or hilang >= 5, (nama, hilang)
            assert len([s for s in sel if s.n is None]) != 1 or len(sel) == 1, nama


def test_gabungan_hanya_memuat_unit_yang_terbit(buka, jawab, pelaku_sistem):
    """Gabungan dikurangi unit yang terbit sama dengan nol: unit yang ditahan tidak ada di dalamnya."""
    a, b = buka("pkm"), buka("dik")
    jawab(a, [(4,) * 9] * 9)
    jawab(b, [(1,) * 9] * 4)
    with pada_saat(date(2027, 1, 4)):
        for p in (a, b):
            tutup.tutup(pelaku_sistem, periode=p.uid, kunci=uuid.uuid4())
    with pada_saat(date(2027, 1, 9)):
        tutup.terbitkan_siap(pelaku_sistem)
    from kasuari.dasar.indikator.models import Nilai

    assert set(Nilai.objects.filter(kode=gabungan.KODE, irisan="").values_list("n", flat=True)) == {9}


def test_periode_satu_unit_tidak_dapat_bertumpang_sehingga_tahun_tidak_membuka_triwulan(buka):
    from kasuari.dasar.inti.galat import MasukanSalah

    buka(mulai=date(2026, 10, 1))
    for skema, mulai in (
        ("tahun", date(2026, 1, 1)),
        ("semester", date(2026, 7, 1)),
        ("triwulan", date(2026, 10, 1)),
    ):
        with pytest.raises(MasukanSalah, match="bertumpang"):
            buka(mulai=mulai, skema=skema)


# --- tulisan bebas -----------------------------------------------------------------------------------------------

RAHASIA = [
    "NIK saya 9671014508900001", "nik 9671 0145 0890 0001", "9671.0145.0890.0001", "9671-014508-900001", "hubungi 081234567890",
    "0812-3456-7890", "+62 812 3456 7890", "(0812) 3456 7890", "wa: 0812 34 56 78 90", "０８１２３４５６７８９０", "٠٨١٢٣٤٥٦٧٨٩٠", "O812 3456 789O",
    "0 8 1 2 3 4 5 6 7 8 9 0", "08123\u200b4567890", "telepon 0951-321456", "rek. 1234567890123", "nip 19850801 201004 2 003",
    "surel budi.wamena@contoh.com", "budi (at) contoh . com", "lihat https://contoh.com/budi", "ig @budi_wamena",
]  # fmt: skip


@pytest.mark.parametrize("teks", RAHASIA)
def test_nik_telepon_dan_alamat_tidak_pernah_tersimpan(buka, jawab, teks):
    p = buka()
    jawab(p, [3], tulisan={"": f"Petugas lama. {teks} Terima kasih."})
    simpan = dekripsi(Komentar.objects.get().isi, GUNA).decode()
    assert "•••" in simpan and "Petugas lama." in simpan
    angka = "".join(h for h in simpan if h.isdigit())
    assert len(angka) < 5 and "@" not in simpan and "contoh" not in simpan


@pytest.mark.parametrize(
    "teks",
    [
        "Menunggu 2 jam 30 menit",
        "Loket 3 buka jam 08.00",
        "Bayar Rp 50.000",
        "tanggal 3 11 2026",
        "nilai 10 dari 10",
    ],
)
def test_angka_biasa_tidak_ikut_hilang(teks):
    assert samaran.samarkan(teks) == teks


def test_nama_pejabat_disamarkan_utuh_kata_demi_kata():
    nama = ["Siti Rahmawati", "Yuliana Wamafri, S.Pd."]
    assert (
        samaran.samarkan_nama("bu SITI judes, Wamafri baik, situasi panas", nama)
        == "bu ••• judes, ••• baik, situasi panas"
    )


@given(st.lists(st.integers(0, 9), min_size=8, max_size=20), st.sampled_from(["", " ", "-", ".", "  ", "/"]))
def test_deret_angka_panjang_dengan_sela_apa_pun_tersamar(angka, sela):
    teks = sela.join(map(str, angka))
    sisa = [h for h in samaran.samarkan(f"hubungi {teks} ya") if h.isdigit()]
    assert len(sisa) < 5


def test_komentar_tidak_bersebelahan_dengan_jawabannya(buka, jawab):
    """Tabel tulisan dan tabel jawaban diacak sendiri-sendiri; tidak ada kunci asing di antara keduanya."""
    relasi = {f.related_model for m in (Jawaban, Komentar) for f in m._meta.get_fields() if f.is_relation}
    assert Jawaban not in relasi and Komentar not in relasi
    assert all(a < b for a, b in pairwise([batas(1), batas(5), batas(25)]))
