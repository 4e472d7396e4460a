"""Lingkar perbaikan kota contoh: tiap hasil survei yang terbit melahirkan temuan, dan sebagiannya dijawab sampai diukur lagi.

Sarana Dinas Kesehatan diperbaiki dan membaik; waktu di Disdukcapil dijanjikan, dikerjakan, tetapi terus turun; RSUD
lewat janjinya; selebihnya masih menunggu rencana. Vonisnya dihitung dari survei, tidak ditulis di sini.
"""

import io
from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from PIL import Image

from kasuari.dasar.akun.models import Akun
from kasuari.dasar.akun.pelaku import susun_pelaku
from kasuari.dasar.alur.models import Tunggu
from kasuari.dasar.alur.siapa import pemegang
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.pengenal import uuid_dari
from kasuari.dasar.inti.waktu import pada_saat
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.pengawasan.perbaikan import pekerjaan, service
from kasuari.pengawasan.perbaikan.models import Perbaikan

MENYUSUN, MENYETUJUI, MENGERJAKAN = timedelta(days=4), timedelta(days=7), timedelta(days=45)


class Jawab(NamedTuple):
    """Bagaimana satu unsur di satu unit dijawab. `tuntas`: buktinya diserahkan sebelum janji."""

    sebab: str
    tindakan: str
    bukti: str
    janji: int  # hari sejak temuan
    anggaran: int | None
    tuntas: bool
    pelatihan: int = 0  # orang


JAWAB = {
    ("DINKES", "sarpras"): Jawab(
        "Ruang tunggu hanya punya dua kipas dan delapan kursi.", "Memasang empat kipas dan menambah dua puluh kursi di ruang tunggu.",
        "Foto ruang tunggu sesudah diperbaiki.", 60, 18_500_000, True,
    ),
    ("DUKCAPIL", "waktu"): Jawab(
        "Satu petugas melayani dua loket, dan berkas ditulis dua kali.", "Membuka loket kedua pada jam sibuk dan menghapus buku tulis tangan.",
        "Foto loket kedua dan jadwal piketnya.", 75, None, True, 6,
    ),
    ("RSUD", "waktu"): Jawab(
        "Pendaftaran baru dibuka pukul delapan, antrean sudah panjang sejak pukul enam.", "Membuka pendaftaran pukul tujuh dan nomor antre dari HP.",
        "Jadwal buka yang baru dan hitungan antrean sebulan.", 80, 7_000_000, False, 3,
    ),
}  # fmt: skip


def sesudah_terbit(hari: date, per: date, akun: Mapping[str, Akun]) -> None:
    """Dipanggil tiap hasil survei terbit pada `hari`: mengukur yang selesai, mencari temuan, lalu menjawab sebagiannya."""
    with pada_saat(hari):
        pekerjaan.ukur()
        pekerjaan.cari()
    for p in (
        Perbaikan.objects.select_related("unit")
        .filter(kasus__keadaan="ditemukan", terbuka=True)
        .order_by("id")
    ):
        j = JAWAB.get((p.unit.kode, p.irisan))
        if j is not None and p.dibuat.date() >= hari - timedelta(days=1):
            _jawab(p, j, hari, per, akun)


def _jawab(p: Perbaikan, j: Jawab, hari: date, per: date, akun: Mapping[str, Akun]) -> None:
    with pada_saat(hari + MENYUSUN):
        pos = organisasi.pos_pada().filter(unit_id=p.unit_id, kepala=True).first()
        kepala = _ditunggu(p)
        if pos is None or kepala is None:
            return
        isi = service.IsiRencana(
            j.sebab, j.tindakan, j.bukti, pos.subjek.uid, hari + timedelta(days=j.janji), j.anggaran, "DPA perangkat daerah" if j.anggaran else ""
        )  # fmt: skip
        service.rencanakan(kepala, uid=p.id, versi=0, isi=isi, kunci=uuid_dari("contoh", "rencana", p.id))
        if j.pelatihan:
            service.minta(
                kepala, uid=p.id, jenis="pelatihan", uraian="Pelayanan prima dan komunikasi di loket.", banyak=j.pelatihan,
                kunci=uuid_dari("contoh", "minta", p.id),
            )  # fmt: skip
    _langkah(p, "setujui", hari + MENYETUJUI)
    if j.tuntas and hari + MENGERJAKAN < per:
        with pada_saat(hari + MENGERJAKAN):
            pemilik = _ditunggu(p)
            if pemilik is None:
                return
            service.tambah_bukti(
                pemilik, uid=p.id, uraian="Sudah dikerjakan seperti yang dijanjikan.", umum=True, berkas=_foto(),
                kunci=uuid_dari("contoh", "bukti", p.id),
            )  # fmt: skip
        _langkah(p, "serahkan", hari + MENGERJAKAN)
        _langkah(p, "terima", hari + MENGERJAKAN + timedelta(days=2), akun["inspektorat"])


def _ditunggu(p: Perbaikan) -> Pelaku | None:
    """Pemegang jabatan yang ditunggu; None bila kursinya kosong di kota contoh ini."""
    t = Tunggu.objects.get(kasus_id=p.id, selesai=None)
    isi = pemegang([t.pos_id])[t.pos_id] if t.pos_id else []
    akun = Akun.objects.filter(orang__uid=isi[0].orang_uid).first() if isi else None
    return susun_pelaku(akun) if akun else None


def _langkah(p: Perbaikan, aksi: str, hari: date, siapa: Akun | None = None) -> None:
    with pada_saat(hari):
        pelaku = susun_pelaku(siapa) if siapa else _ditunggu(p)
        p.kasus.refresh_from_db()
        if pelaku is not None and p.kasus.selesai is None:
            service.langkah(
                pelaku,
                uid=p.id,
                aksi=aksi,
                versi=p.kasus.versi,
                kunci=uuid_dari("contoh", "perbaikan", p.id, aksi),
            )


def _foto() -> io.BytesIO:
    keluar = io.BytesIO()
    Image.new("RGB", (480, 320), "#d9e4e0").save(keluar, "JPEG")
    keluar.seek(0)
    keluar.name = "sesudah-diperbaiki.jpg"
    return keluar
