"""Benda ruang dasar, register, indeks, kerangka, dan halaman umum."""

import io
import uuid
from collections.abc import Callable
from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from kasuari.aparatur.pegawai import indikator
from kasuari.aparatur.pegawai import service as pegawai
from kasuari.aparatur.pegawai.models import Ekspor, RiwayatGolongan, SelisihSiasn
from kasuari.aparatur.pegawai.riwayat import BarisRiwayat
from kasuari.aparatur.profesionalitas import service as profesionalitas
from kasuari.dasar.akun.models import UsulanPeran
from kasuari.dasar.impor import service as impor
from kasuari.dasar.inti.pelaku import sistem
from kasuari.dasar.inti.waktu import sekarang
from kasuari.dasar.jejak.models import Jejak
from kasuari.dasar.ketentuan import service as ketentuan
from kasuari.dasar.organisasi.models import Penugasan, PosKeadaan, Unit
from tests import kota_kecil
from tests.benda_izin.daftar import Argumen, benda
from tests.berkas import pdf


@benda(
    "sistem_akun_satu", "sistem_akun_peran", "sistem_akun_akhiri", "sistem_akun_atur_ulang", "surat_aktivasi"
)
def _akun() -> tuple[Argumen, Argumen]:
    return {"uid": kota_kecil.orang("maria").akun.uid}, {"uid": kota_kecil.orang("ester").akun.uid}


@benda("sistem_usulan_satu")
def _usulan() -> tuple[Argumen, Argumen]:
    def satu(nama: str) -> Argumen:
        u = UsulanPeran.objects.create(
            akun=kota_kecil.orang(nama).akun, peran="bkpsdm", mulai=date(2026, 12, 1), alasan="ST 1",
            pengusul=kota_kecil.orang("lukas").akun, diusulkan=sekarang(),
        )  # fmt: skip
        return {"uid": u.uid}

    return satu("maria"), satu("ester")


def _larian() -> Any:
    """Larian 2025 oleh sistem; tiap sel membuatnya di dalam transaksinya sendiri."""
    hasil = profesionalitas.hitung_tahun(sistem("izin"), tahun=2025, kunci=uuid.uuid4())
    return hasil.uid


@benda("profesionalitas:ulang")
def _ulang() -> tuple[Argumen, Argumen]:
    uid = _larian()
    return {"larian_id": uid}, {"larian_id": uid}


@benda("profesionalitas:unduh")
def _unduh_ip() -> tuple[Argumen, Argumen]:
    return tuple({**a, "bentuk": "xlsx"} for a in _unit_ip())  # type: ignore[return-value]


def _unit_ip() -> tuple[Argumen, Argumen]:
    _larian()
    uid = dict(Unit.objects.values_list("kode", "uid"))
    return {"tahun": 2025, "uid": uid["dik"]}, {"tahun": 2025, "uid": uid["kes"]}


benda("profesionalitas:unit")(_unit_ip)


@benda("profesionalitas:orang")
def _orang_ip() -> tuple[Argumen, Argumen]:
    _larian()
    return tuple({"tahun": 2025, "uid": kota_kecil.orang(n).pegawai.uid} for n in ("maria", "ester"))  # type: ignore[return-value]


@benda("baca_kabar")
def _kabar() -> tuple[Argumen, Argumen]:
    return {"uid": uuid.uuid4()}, {"uid": uuid.uuid4()}


@benda("data_unduh")
def _data() -> tuple[Argumen, Argumen]:
    indikator.definisikan()
    return {"kode": indikator.MUTU}, {"kode": "entah"}


@benda("tur_masuk")
def _tur() -> tuple[Argumen, Argumen]:
    return {"langkah": "register"}, {"langkah": "entah"}


def _dua(susun: Callable[[Any], Argumen]) -> tuple[Argumen, Argumen]:
    return susun(kota_kecil.orang("maria")), susun(kota_kecil.orang("ester"))


@benda("pegawai:lembar")
def _lembar() -> tuple[Argumen, Argumen]:
    return _dua(lambda o: {"uid": o.pegawai.uid})


@benda("pegawai:riwayat_baru")
def _riwayat_baru() -> tuple[Argumen, Argumen]:
    return _dua(lambda o: {"uid": o.pegawai.uid, "kode": "golongan"})


@benda("pegawai:riwayat_perbaiki", "pegawai:riwayat_batalkan")
def _riwayat() -> tuple[Argumen, Argumen]:
    def satu(o: Any) -> Argumen:
        fakta = RiwayatGolongan.objects.get(subjek=o.pegawai, ditutup=None)
        return {"uid": o.pegawai.uid, "kode": "golongan", "fakta": fakta.uid}

    return _dua(satu)


@benda("pegawai:riwayat_dokumen")
def _dokumen() -> tuple[Argumen, Argumen]:
    def satu(o: Any) -> Argumen:
        isi = {"golongan": "III/d", "mk_tahun": 5}
        berkas = SimpleUploadedFile("sk.pdf", pdf("SK"))
        baris = [BarisRiwayat(o.pegawai.uid, date(2026, 4, 1), isi)]
        f = pegawai.catat_riwayat(sistem(), kode="golongan", baris=baris, berkas=berkas, kunci=uuid.uuid4())
        return {"uid": o.pegawai.uid, "kode": "golongan", "fakta": f.uid}

    return _dua(satu)


@benda("pegawai:ekspor_hasil", "pegawai:ekspor_ambil")
def _ekspor() -> tuple[Argumen, Argumen]:
    def satu(o: Any) -> Argumen:
        e = Ekspor.objects.create(bentuk="duk", akun=o.akun.uid, orang=o.orang.uid, dibuat=sekarang())
        return {"uid": e.uid}

    return _dua(satu)


@benda("pegawai:selisih_putus")
def _selisih() -> tuple[Argumen, Argumen]:
    def satu(o: Any) -> Argumen:
        s = SelisihSiasn.objects.create(
            pegawai=o.pegawai, kolom="nama", kami="A", siasn="B", ditarik=sekarang()
        )
        return {"uid": s.uid}

    return _dua(satu)


@benda("telusur_rinci")
def _peristiwa() -> tuple[Argumen, Argumen]:
    uid = Jejak.objects.earliest("id").uid
    return {"uid": uid}, {"uid": uid}


@benda("jejak_bukti")
def _bukti() -> tuple[Argumen, Argumen]:
    return {"uid": uuid.uuid4()}, {"uid": uuid.uuid4()}


def _uid_pos() -> tuple[Argumen, Argumen]:
    uid = {kode: PosKeadaan.objects.filter(unit__kode=kode).first().subjek.uid for kode in ("sd1", "pkm")}  # type: ignore[union-attr]
    return {"uid": uid["sd1"]}, {"uid": uid["pkm"]}


@benda("organisasi:pos", "organisasi:pos_ubah", "organisasi:cari")
def _pos() -> tuple[Argumen, Argumen]:
    return _uid_pos()


@benda("organisasi:tetapkan")
def _tetapkan() -> tuple[Argumen, Argumen]:
    pos, _ = _uid_pos()
    return tuple({**pos, "orang": kota_kecil.orang(n).orang.uid} for n in ("maria", "ester"))  # type: ignore[return-value]


@benda("organisasi:akhiri")
def _akhiri() -> tuple[Argumen, Argumen]:
    def satu(nama: str) -> Argumen:
        tugas = Penugasan.objects.filter(subjek=kota_kecil.orang(nama).orang, ditutup=None).first()
        return {"uid": tugas.uid}  # type: ignore[union-attr]

    return satu("maria"), satu("ester")


@benda(
    "organisasi:unit", "organisasi:pos_baru", "organisasi:bagan_cabang", "organisasi:bezetting_unit",
    "organisasi:bezetting_unit_unduh", "organisasi:formasi",
)  # fmt: skip
def _unit_organisasi() -> tuple[Argumen, Argumen]:
    uid = dict(Unit.objects.values_list("kode", "uid"))
    return {"uid": uid["sd1"]}, {"uid": uid["pkm"]}


def _impor() -> Argumen:
    """Berkas impor seluruh kota: hanya petugas BKPSDM, siapa pun yang disebut di dalamnya."""
    isi = io.BytesIO(
        b"NIP;Nama;Golongan\n198508012010042003;Maria Kandimor;V/a\n199001152015041002;Yosep Tanagiri;III/a\n"
    )
    hasil = impor.unggah(sistem("izin"), subjek="pegawai", aliran=isi, nama="izin.csv", kunci=uuid.uuid4())
    return {"uid": hasil.uid}


@benda("impor:berkas", "impor:kolom", "impor:kesalahan", "impor:simpan", "impor:periksa")
def _berkas_impor() -> tuple[Argumen, Argumen]:
    a = _impor()
    return a, a


@benda("impor:baris")
def _baris_impor() -> tuple[Argumen, Argumen]:
    a = {**_impor(), "nomor": 2}
    return a, a


@benda("impor:batalkan")
def _batal_impor() -> tuple[Argumen, Argumen]:
    a = _impor()
    impor.simpan(sistem("izin"), berkas=a["uid"], kunci=uuid.uuid4())
    return a, a


@benda("sah_satu")
def _sah() -> tuple[Argumen, Argumen]:
    return {"kode": "AAAAAAAA"}, {"kode": "entah"}


@benda("aturan:hitung_satu")
def _hitungan() -> tuple[Argumen, Argumen]:
    return {"kode": "gaji"}, {"kode": "entah"}


@benda("aturan:parameter")
def _parameter() -> tuple[Argumen, Argumen]:
    return {"kode": "gaji_pokok_pns"}, {"kode": "entah"}


@benda("aturan:unduh")
def _unduh_parameter() -> tuple[Argumen, Argumen]:
    return {"kode": "gaji_pokok_pns", "bentuk": "csv"}, {"kode": "entah", "bentuk": "json"}


@benda("aturan:pokok", "aturan:coba")
def _pokok() -> tuple[Argumen, Argumen]:
    return {"kode": "thr"}, {"kode": "entah"}


@benda("aturan:coba_skema", "aturan:skema")
def _coba_skema() -> tuple[Argumen, Argumen]:
    return {"kode": "ip_asn", "skema": "perban8_2019"}, {"kode": "ip_asn", "skema": "entah"}


@benda("ketentuan:usulkan")
def _usulkan() -> tuple[Argumen, Argumen]:
    """Yang bersumber nasional tidak dapat diusulkan siapa pun."""
    return {"kode": "pensiun_mpp_bulan"}, {"kode": "kgb_selang_tahun"}


def _usul_ketentuan() -> Argumen:
    hasil = ketentuan.usulkan(
        kota_kecil.orang("frans").pelaku, kode="pensiun_mpp_bulan", sel="", berlaku=date(2026, 1, 1), nilai="6",
        alasan="Menurut rapat anggaran", dasar="Perwal 7/2026", surat=io.BytesIO(pdf("perwal")),
        nama_surat="perwal.pdf", kunci=uuid.uuid4(),
    )  # fmt: skip
    return {"uid": hasil.uid}


@benda("ketentuan:satu", "ketentuan:surat")
def _ketentuan() -> tuple[Argumen, Argumen]:
    a = _usul_ketentuan()
    return a, a


@benda("ketentuan:putuskan")
def _putuskan_ketentuan() -> tuple[Argumen, Argumen]:
    a = {**_usul_ketentuan(), "aksi": "setujui"}
    return a, a
