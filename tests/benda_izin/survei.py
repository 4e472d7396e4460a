"""Benda survei: periode, tulisan bebas, dan hasil yang terbit, di Dinas Pendidikan dan di luarnya."""

import uuid
from datetime import date

from kasuari.dasar.inti.pelaku import sistem
from kasuari.dasar.inti.waktu import pada_saat
from kasuari.dasar.organisasi.models import Unit
from kasuari.masyarakat.survei import campur, service, terima, tutup
from kasuari.masyarakat.survei.kata_unsur import UNSUR
from kasuari.masyarakat.survei.models import Komentar, Periode
from tests.benda_izin.daftar import KIRIMAN, Argumen, benda

OLEH = sistem("izin")
MILIK, ASING = "sd1", "pkm"
KIRIMAN["survei:tandai"] = {"tanda": "loket", "kunci": str(uuid.uuid4())}
KIRIMAN["survei:tumpukan"] = {"banyak": ""}


def periode(kode: str, mulai: date = date(2026, 10, 1), tulisan: str = "") -> Periode:
    uid = service.buka(
        OLEH,
        unit=Unit.objects.get(kode=kode).uid,
        skema="triwulan",
        mulai=mulai,
        petugas=9,
        populasi=0,
        kunci=uuid.uuid4(),
    ).uid
    p = Periode.objects.get(uid=uid)
    if tulisan:
        for _ in range(6):
            isi = terima.Penilaian(dict.fromkeys(UNSUR, 3), tulisan={"": tulisan})
            terima.simpan(p, uuid.uuid4(), isi, mulai)
        campur.pindahkan(OLEH, p.id, semua=True)
    return p


def _dua(**lain: str) -> tuple[Argumen, Argumen]:
    return {"uid": periode(MILIK).uid, **lain}, {"uid": periode(ASING).uid, **lain}


@benda("survei:satu", "survei:rencana", "survei:poster", "survei:tumpukan", "survei:lembar", "survei:tulisan")
def _terbuka() -> tuple[Argumen, Argumen]:
    return _dua()


def _lalu(kode: str, tutup_: bool) -> Periode:
    """Periode triwulan lalu; ditutup bila diminta."""
    with pada_saat(date(2026, 8, 3)):
        p = periode(kode, date(2026, 7, 1), "Baik")
    if tutup_:
        with pada_saat(date(2026, 10, 2)):
            tutup.tutup(OLEH, periode=p.uid, kunci=uuid.uuid4())
        with pada_saat(date(2026, 11, 2)):
            tutup.terbitkan_siap(OLEH)
    return p


@benda("survei:tutup")
def _tutup() -> tuple[Argumen, Argumen]:
    return {"uid": _lalu(MILIK, False).uid}, {"uid": _lalu(ASING, False).uid}


@benda("survei:laporan")
def _laporan() -> tuple[Argumen, Argumen]:
    return {"uid": _lalu(MILIK, True).uid, "bentuk": "xlsx"}, {
        "uid": _lalu(ASING, True).uid,
        "bentuk": "xlsx",
    }


@benda("survei:tandai")
def _tandai() -> tuple[Argumen, Argumen]:
    a, b = periode(MILIK, tulisan="Baik"), periode(ASING, tulisan="Baik")
    satu = [Komentar.objects.filter(periode=p).first() for p in (a, b)]
    return {"uid": satu[0].id}, {"uid": satu[1].id}


@benda("survei:layanan")
def _layanan() -> tuple[Argumen, Argumen]:
    return {"unit": Unit.objects.get(kode=MILIK).uid}, {"unit": Unit.objects.get(kode=ASING).uid}


@benda("skm_isi")
def _isi() -> tuple[Argumen, Argumen]:
    return {"unit": periode(MILIK).unit.kode}, {"unit": periode(ASING).unit.kode}


@benda("survei_hasil_unit")
def _hasil() -> tuple[Argumen, Argumen]:
    return {"unit": _lalu(MILIK, True).unit.kode}, {"unit": _lalu(ASING, True).unit.kode}


@benda("skm_lain")
def _lain() -> tuple[Argumen, Argumen]:
    hasil = []
    for kode in (MILIK, ASING):
        s = service.buat_survei(
            OLEH, nama="Iklim", soal="skala | Puas?", tentang_pegawai=False, kunci=uuid.uuid4()
        ).uid
        hasil.append(
            service.buka(
                OLEH, unit=Unit.objects.get(kode=kode).uid, skema="tahun", mulai=date(2026, 1, 1), petugas=1, populasi=0, survei=s,
                kunci=uuid.uuid4(),
            ).uid
        )  # fmt: skip
    return {"uid": hasil[0]}, {"uid": hasil[1]}


@benda("survei:ubah_soal")
def _soal() -> tuple[Argumen, Argumen]:
    return {"uid": periode(MILIK).survei.uid}, {"uid": periode(ASING).survei.uid}
