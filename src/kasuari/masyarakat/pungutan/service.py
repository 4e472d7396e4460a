"""Menerima laporan diminta bayar, dan langkah Inspektorat atasnya.

`lapor` bukan `@pintu`: pintu biasa mencatat pelaku, jam, dan sidik isian, dan itulah yang tidak boleh ada di sini.
Kunci kirim tetap membuat kiriman yang sama terhitung sekali.
"""

import json
import re
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from kasuari.dasar.akun.kode import ABJAD
from kasuari.dasar.dokumen.kode_sah import pemeriksa
from kasuari.dasar.inti.galat import BedaVersi, MasukanSalah
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.sandi import dekripsi, enkripsi, indeks_buta
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.jejak.pintu import Hasil, pintu
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.orang.models import Orang
from kasuari.masyarakat.layanan import standar
from kasuari.masyarakat.pungutan import peristiwa, selectors
from kasuari.masyarakat.pungutan.models import Catatan, Keadaan, Laporan

GUNA = "pungutan"
CERITA_MAKS, KONTAK_MAKS, CATATAN_MAKS = 2000, 120, 2000
RUPIAH_MAKS = 10**12
PANJANG_KODE = 9
LANJUT = {Keadaan.DITERIMA: (Keadaan.DITELAAH, Keadaan.SELESAI), Keadaan.DITELAAH: (Keadaan.DITELAAH, Keadaan.SELESAI)}  # fmt: skip


@dataclass(frozen=True)
class IsiLaporan:
    """Yang diceritakan pelapor. `rupiah` None: jumlahnya tidak disebut; `kontak` boleh kosong."""

    unit: UUID
    kejadian: date
    cerita: str
    rupiah: int | None = None
    kontak: str = ""


def kode_pelapor(kunci: UUID) -> str:
    """Kode menengok laporan, selalu sama bagi kiriman yang sama; tidak tersimpan dan tidak terhitung tanpa kunci data."""
    angka = int.from_bytes(sha256(indeks_buta(str(kunci), GUNA)).digest())
    isi = ""
    for _n in range(PANJANG_KODE):
        angka, sisa = divmod(angka, len(ABJAD))
        isi += ABJAD[sisa]
    return f"{isi[:5]}-{isi[5:]}{pemeriksa(isi)}"


def sidik_kode(tulisan: str) -> bytes:
    """Sidik kode seperti diketik orang: huruf kecil, spasi, dan garis tidak berarti."""
    return indeks_buta(re.sub(r"[^A-Z0-9]", "", tulisan.upper()[:40]), f"{GUNA}.kode")


def lapor(layanan: str, isi: IsiLaporan, kunci: UUID) -> str:
    """Menyimpan satu laporan dan mengembalikan kode pelapornya. Siapa pun boleh; pengirimnya tidak dicatat.

    Galat: `TidakAda` (layanan), `MasukanSalah` (unit lain, hari, jumlah, cerita).
    """
    s = standar.satu(layanan)
    unit = next((u for u in selectors.unit_terlapor(s.subjek) if u.unit.uid == isi.unit), None)
    if unit is None:
        raise MasukanSalah(_("Pilih unit yang melayani Anda."), "unit")
    if isi.kejadian > hari_ini():
        raise MasukanSalah(_("Hari kejadian tidak boleh sesudah hari ini."), "kejadian")
    if isi.rupiah is not None and not 0 <= isi.rupiah <= RUPIAH_MAKS:
        raise MasukanSalah(_("Tulis jumlah rupiah tanpa titik, misalnya 50000, atau kosongkan."), "rupiah")
    cerita = isi.cerita.strip()
    if not cerita or len(cerita) > CERITA_MAKS:
        raise MasukanSalah(_("Ceritakan apa yang diminta, paling banyak %(n)s huruf.") % {"n": CERITA_MAKS}, "cerita")  # fmt: skip
    kode = kode_pelapor(kunci)
    tulisan = {"cerita": cerita, "kontak": isi.kontak.strip()[:KONTAK_MAKS]}
    baris = Laporan(
        sidik=sidik_kode(kode), unit_id=unit.unit_id, layanan=s.subjek, kejadian=isi.kejadian, diterima=hari_ini(),
        rupiah=isi.rupiah, isi=_kemas(tulisan),
    )  # fmt: skip
    Laporan.objects.bulk_create([baris], ignore_conflicts=True)
    return kode


def _kemas(isi: dict[str, str]) -> bytes:
    return enkripsi(json.dumps(isi, ensure_ascii=False).encode(), GUNA, berjam=False)


def buka_isi(isi: bytes) -> dict[str, str]:
    """Isi tersandi satu laporan atau catatan; hanya dipanggil sesudah izinnya diperiksa."""
    return dict(json.loads(dekripsi(bytes(isi), GUNA)))


@transaction.atomic
def baca(pelaku: Pelaku, uid: UUID) -> Laporan:
    """Satu laporan bagi Inspektorat; bacaannya menjadi peristiwa. Galat: `TidakAda`."""
    r = selectors.satu(pelaku, uid)
    catat(peristiwa.DIBACA, pelaku, ("pungutan", r.id))
    return r


@pintu("pungutan.langkah")
def langkah(
    pelaku: Pelaku, *, uid: UUID, keadaan: str, catatan: str, untuk_pelapor: bool = False, versi: int, kunci: UUID
) -> Hasil:  # fmt: skip
    """Menelaah, mencatat, atau menyelesaikan satu laporan; catatannya wajib.

    Galat: `TidakAda` (juga bagi yang bukan Inspektorat), `BedaVersi`, `MasukanSalah`.
    """
    r = selectors.satu(pelaku, uid)
    if keadaan not in LANJUT.get(Keadaan(r.keadaan), ()):
        raise BedaVersi(_("Laporan ini sudah selesai atau diubah orang lain. Muat ulang halaman."))
    catatan = catatan.strip()
    if not catatan or len(catatan) > CATATAN_MAKS:
        raise MasukanSalah(_("Tulis catatannya, paling banyak %(n)s huruf.") % {"n": CATATAN_MAKS}, "catatan")
    if not Laporan.objects.filter(id=r.id, versi=versi).update(keadaan=keadaan, versi=F("versi") + 1):
        raise BedaVersi(_("Laporan ini sudah selesai atau diubah orang lain. Muat ulang halaman."))
    jejak = catat(
        peristiwa.DITELAAH, pelaku, ("pungutan", r.id), sebelum={"keadaan": r.keadaan}, sesudah={"keadaan": keadaan}
    )  # fmt: skip
    Catatan.objects.create(
        laporan=r, keadaan=keadaan, isi=_kemas({"catatan": catatan}), untuk_pelapor=untuk_pelapor,
        oleh=Orang.objects.get(uid=pelaku.orang), hari=hari_ini(), jejak_id=jejak,
    )  # fmt: skip
    return Hasil(r.id, {"keadaan": keadaan})
