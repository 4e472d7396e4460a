"""Dua belas orang yang sama di semua uji, dibangun sekali lewat pintu tulis pada 23 November 2026.

Yuliana (kepala Dinas Pendidikan, atasan), Maria (guru SD Negeri 1), Yosep (guru), Siti (kepala SD Negeri 1),
Dominggus (kepala Dinas Kesehatan), Ester (bidan PPPK), Frans (BKPSDM), Ruth (kepala BKPSDM), Otniel (auditor),
Lukas (admin sistem), Naomi (pengelola kepegawaian Dinas Pendidikan), Amos (pelaksana paruh waktu).
"""

import uuid
from datetime import date
from types import SimpleNamespace

from kasuari.aparatur.pegawai import service as pegawai
from kasuari.aparatur.pegawai.models import Pegawai
from kasuari.aparatur.pegawai.riwayat import BarisRiwayat
from kasuari.dasar.akun import service as akun
from kasuari.dasar.akun.models import Akun
from kasuari.dasar.akun.pelaku import susun_pelaku
from kasuari.dasar.inti.pelaku import sistem
from kasuari.dasar.inti.pengenal import uuid_dari
from kasuari.dasar.inti.waktu import pada_saat
from kasuari.dasar.organisasi import service as organisasi
from kasuari.dasar.organisasi.models import Unit
from kasuari.dasar.organisasi.service import BarisPenugasan, BarisPos, BarisUnit

HARI = date(2026, 11, 23)
DULU = date(2020, 1, 1)
UNIT = [
    BarisUnit("kota", "Pemerintah Kota Contoh", "daerah"),
    BarisUnit("bkpsdm", "Badan Kepegawaian dan PSDM", "badan", "kota", "BKPSDM"),
    BarisUnit("insp", "Inspektorat", "inspektorat", "kota"),
    BarisUnit("dik", "Dinas Pendidikan", "dinas", "kota"),
    BarisUnit("sd1", "SD Negeri 1", "sekolah", "dik"),
    BarisUnit("kes", "Dinas Kesehatan", "dinas", "kota"),
    BarisUnit("pkm", "Puskesmas Remu", "puskesmas", "kes"),
]
# nama panggil, nama, NIP, pos (unit, nama, jenis, kepala), jenis ASN, golongan, pendidikan, peran (kode, unit)
ORANG = [
    ("yuliana", "Yuliana Wamafri", "197305142000032001", ("dik", "Kepala Dinas Pendidikan", "jpt", True), "pns", "IV/b", "S2", ("atasan", "dik")),
    ("maria", "Maria Kandimor", "198508012010042003", ("sd1", "Guru Ahli Pertama", "fungsional", False), "pns", "III/b", "S1", None),
    ("yosep", "Yosep Tanagiri", "199001152015041002", ("sd1", "Guru Ahli Pertama", "fungsional", False), "pns", "III/a", "S1", None),
    ("siti", "Siti Rahmawati", "197811052002032011", ("sd1", "Kepala SD Negeri 1", "pengawas", True), "pns", "III/d", "S1", ("atasan", "sd1")),
    ("dominggus", "Dominggus Sowefa", "197001101996031004", ("kes", "Kepala Dinas Kesehatan", "jpt", True), "pns", "IV/c", "S2", ("atasan", "kes")),
    ("ester", "Ester Mambraku", "199207172024212005", ("pkm", "Bidan Terampil", "fungsional", False), "pppk", "VII", "D3", None),
    ("frans", "Frans Nauritel", "198802092012011006", ("bkpsdm", "Analis SDM Aparatur Ahli Muda", "fungsional", False), "pns", "III/c", "S1", ("bkpsdm", None)),
    ("ruth", "Ruth Kalamiro", "197412241999032007", ("bkpsdm", "Kepala BKPSDM", "jpt", True), "pns", "IV/b", "S2", ("kepala_bkpsdm", None)),
    ("otniel", "Otniel Labobarin", "198111302006041008", ("insp", "Auditor Ahli Madya", "fungsional", False), "pns", "IV/a", "S1", ("inspektorat", None)),
    ("lukas", "Lukas Sirivaru", "199306062019031009", ("bkpsdm", "Pranata Komputer Ahli Pertama", "fungsional", False), "pns", "III/a", "S1", ("admin_sistem", None)),
    ("naomi", "Naomi Lobatin", "198709192011012010", ("dik", "Kepala Subbagian Umum dan Kepegawaian", "pengawas", False), "pns", "III/c", "S1", ("umpeg", "dik")),
    ("amos", "Amos Yarisetu", "199804042025241011", ("dik", "Pengadministrasi Perkantoran", "pelaksana", False), "pppk_pw", "", "SLTA", None),
]  # fmt: skip


def kunci(*bagian: object) -> uuid.UUID:
    return uuid_dari("kota_kecil", *bagian)


def bangun() -> None:
    """Mengisi basis data uji; dipanggil sekali saat basis data disiapkan."""
    oleh = sistem("kota kecil")
    with pada_saat(HARI):
        organisasi.ubah_profil(
            oleh,
            isi={"kode": "96.71", "nama": "Kota Contoh", "provinsi": "Papua Barat Daya"},
            kunci=kunci("profil"),
        )
        organisasi.tata_unit(oleh, berlaku=DULU, baris=UNIT, kunci=kunci("unit"))
        pos = [
            BarisPos(f"{unit}-{nama}", unit, nama, jenis, kepala=kepala, formasi=10)
            for unit, nama, jenis, kepala in dict.fromkeys(o[3] for o in ORANG)
        ]
        organisasi.catat_pos(oleh, berlaku=DULU, baris=pos, kunci=kunci("pos"))
        hasil = pegawai.catat_pegawai(oleh, baris=[_identitas(o) for o in ORANG], kunci=kunci("pegawai"))
        uid = [uuid.UUID(u) for u in hasil.data["uid"]]
        for kode, baris in _riwayat(uid).items():
            pegawai.catat_riwayat(oleh, kode=kode, baris=baris, kunci=kunci("riwayat", kode))
        orang = dict(Pegawai.objects.values_list("uid", "orang__uid"))
        tugas = [
            BarisPenugasan(
                orang[u], DULU if o[2][12:14] <= "12" else date(2025, 3, 1), f"{o[3][0]}-{o[3][1]}"
            )
            for u, o in zip(uid, ORANG, strict=True)
        ]
        pegawai.tugaskan(oleh, baris=tugas, kunci=kunci("tugas"))
        akun.buat_akun(
            oleh,
            baris=[
                akun.BarisAkun(orang[u], o[2], f"{o[0]}@contoh.test") for u, o in zip(uid, ORANG, strict=True)
            ],
            kunci=kunci("akun"),
        )
        Akun.objects.update(aktif=True)
        unit = dict(Unit.objects.values_list("kode", "id"))
        masuk = dict(Akun.objects.values_list("nomor", "uid"))
        hibah = [akun.BarisHibah(masuk[o[2]], o[7][0], unit.get(o[7][1]), DULU) for o in ORANG if o[7]]
        akun.beri_peran(oleh, baris=hibah, kunci=kunci("hibah"))


def _identitas(o) -> pegawai.BarisPegawai:
    nip = o[2]
    lahir = date(int(nip[:4]), int(nip[4:6]), int(nip[6:8]))
    jk = "P" if nip[14] == "2" else "L"
    tmt = date(int(nip[8:12]), int(nip[12:14]), 1) if nip[12:14] <= "12" else date(int(nip[8:12]), 3, 1)
    return pegawai.BarisPegawai(
        nip, o[1], lahir, jk, tempat_lahir="Sorong", tmt_cpns=tmt, email=f"{o[0]}@contoh.test"
    )


def _riwayat(uid: list[uuid.UUID]) -> dict[str, list[BarisRiwayat]]:
    hasil: dict[str, list[BarisRiwayat]] = {
        "status": [],
        "golongan": [],
        "kgb": [],
        "pendidikan": [],
        "skp": [],
        "diklat": [],
    }
    for u, o in zip(uid, ORANG, strict=True):
        mulai = _identitas(o).tmt_cpns
        hasil["status"].append(BarisRiwayat(u, mulai, {"jenis": o[4], "kedudukan": "01"}))
        hasil["pendidikan"].append(
            BarisRiwayat(u, date(mulai.year - 1, 8, 1), {"tingkat": o[6], "tahun_lulus": mulai.year - 1})
        )
        hasil["skp"].append(
            BarisRiwayat(u, date(2025, 1, 1), {"tahun": 2025, "predikat": "Baik"}, sampai=date(2026, 1, 1))
        )
        if o[5]:
            hasil["golongan"].append(
                BarisRiwayat(u, date(2025, 4, 1), {"golongan": o[5], "mk_tahun": 4, "mk_bulan": 0})
            )
            hasil["kgb"].append(
                BarisRiwayat(u, date(2025, 4, 1), {"gaji_pokok": 3_000_000, "mk_tahun": 4, "mk_bulan": 0})
            )
    isi = {"nama": "Literasi dan numerasi", "jenis": "teknis", "jp": 24, "sertifikat": "S-1"}
    hasil["diklat"].append(BarisRiwayat(uid[1], date(2025, 5, 5), isi, sampai=date(2025, 5, 8)))
    return hasil


def orang(nama: str) -> SimpleNamespace:
    """Seorang dari kota kecil: `.akun`, `.pegawai`, `.orang`, `.pelaku` (disusun pada 23 November 2026)."""
    nip = next(o[2] for o in ORANG if o[0] == nama)
    a = Akun.objects.select_related("orang").get(nomor=nip)
    p = Pegawai.objects.select_related("orang", "kini").get(nip=nip)
    with pada_saat(HARI):
        return SimpleNamespace(akun=a, pegawai=p, orang=a.orang, pelaku=susun_pelaku(a), nip=nip)
