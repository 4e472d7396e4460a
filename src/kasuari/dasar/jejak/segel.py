"""Segel: memindahkan peristiwa dari antrean ke pohon Merkle, menandatangani akarnya, dan memeriksanya.

Segel datang sesudah commit, bukan di dalamnya. Antara tulis dan segel (tujuan: 60 detik) orang dalam masih
dapat mengubah baris; `tertinggal()` melaporkan jaraknya.
"""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings
from django.db import connection, transaction

from kasuari.dasar.inti.galat import TidakAda
from kasuari.dasar.inti.simpan import simpan_banyak
from kasuari.dasar.inti.waktu import sekarang
from kasuari.dasar.jejak import pohon
from kasuari.dasar.jejak.models import Jejak, JejakAntre, SegelAkar, SegelDaun, SegelPetak
from kasuari.dasar.jejak.tanda import pesan_akar

PETAK = 256
_KUNCI_PENASIHAT = 0x6B617375


class BuktiMasuk(NamedTuple):
    """Bukti bahwa satu peristiwa ada dalam pohon yang akarnya diumumkan. Sidik dalam heksadesimal."""

    daun: str
    urut: int
    ukuran: int
    jalur: list[str]
    akar: str


def _berkas_kunci() -> Path:
    return Path(settings.DATA) / "kunci" / "segel.pem"


def kunci_segel() -> Ed25519PrivateKey:
    """Kunci tanda tangan akar; tinggal di berkas, tidak pernah di basis data. Dibuat bila belum ada."""
    berkas = _berkas_kunci()
    if not berkas.exists():
        berkas.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        pem = Ed25519PrivateKey.generate().private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        berkas.touch(mode=0o600, exist_ok=True)
        berkas.write_bytes(pem)
    kunci = serialization.load_pem_private_key(berkas.read_bytes(), None)
    assert isinstance(kunci, Ed25519PrivateKey)
    return kunci


def kunci_umum() -> bytes:
    """32 byte kunci umum Ed25519, untuk halaman /jejak/ dan berkas ekspor."""
    return kunci_segel().public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)


def kunci_id(umum: bytes | None = None) -> str:
    return (umum or kunci_umum()).hex()[:16]


def _gabung(sidik: Sequence[bytes]) -> bytes:
    return b"".join(bytes(s) for s in sidik)


def _entri(tingkat: int, a: int, b: int) -> list[bytes]:
    """Sidik ke-[a, b) pada tingkat petak (tingkat t = pohon sempurna setinggi 8t)."""
    hasil: list[bytes] = []
    while a < b:
        nomor, awal = divmod(a, PETAK)
        akhir = min(PETAK, b - nomor * PETAK)
        petak = (
            SegelPetak.objects.filter(tingkat=tingkat, nomor=nomor).values_list("sidik", flat=True).first()
        )
        if petak is not None:
            isi = bytes(petak)
            hasil += [isi[i * 32 : i * 32 + 32] for i in range(awal, akhir)]
        elif tingkat == 0:
            baris = SegelDaun.objects.filter(urut__gte=a, urut__lt=nomor * PETAK + akhir).order_by("urut")
            hasil += [bytes(s) for s in baris.values_list("jejak__sidik", flat=True)]
        else:
            dasar = nomor * PETAK
            hasil += [
                pohon.lipat(_entri(tingkat - 1, (dasar + i) * PETAK, (dasar + i + 1) * PETAK))
                for i in range(awal, akhir)
            ]
        a = nomor * PETAK + akhir
    return hasil


def _simpul(k: int, i: int) -> bytes:
    tingkat, sisa = divmod(k, 8)
    return pohon.lipat(_entri(tingkat, i << sisa, (i + 1) << sisa))


def _kunci_penyegel() -> None:
    """Satu penyegel pada satu waktu. SQLite: transaksi IMMEDIATE sudah menjaminnya."""
    if connection.vendor == "postgresql":
        with connection.cursor() as kursor:
            kursor.execute("SELECT pg_advisory_xact_lock(%s)", [_KUNCI_PENASIHAT])


def segel(paling_banyak: int = 20_000) -> SegelAkar | None:
    """Menyegel peristiwa yang menunggu; mengembalikan akar terbaru (None bila belum ada apa pun)."""
    with transaction.atomic():
        _kunci_penyegel()
        menunggu = list(
            JejakAntre.objects.order_by("jejak_id").values_list("jejak_id", flat=True)[:paling_banyak]
        )
        terakhir = SegelAkar.objects.order_by("-ukuran").first()
        if not menunggu:
            return terakhir
        mulai = terakhir.ukuran if terakhir else 0
        simpan_banyak(SegelDaun, ("urut", "jejak"), [(mulai + n, j) for n, j in enumerate(menunggu)])
        for awal in range(0, len(menunggu), 500):
            JejakAntre.objects.filter(jejak_id__in=menunggu[awal : awal + 500]).delete()
        ukuran = mulai + len(menunggu)
        _lengkapi_petak(mulai, ukuran)
        waktu = sekarang()
        akar = pohon.akar(_simpul, 0, ukuran)
        kunci = kunci_segel()
        return SegelAkar.objects.create(
            ukuran=ukuran, akar=akar, waktu=waktu, kunci_id=kunci_id(),
            tanda_tangan=kunci.sign(pesan_akar(ukuran, akar, waktu)),
        )  # fmt: skip


def _lengkapi_petak(lama: int, baru: int) -> None:
    tingkat = 0
    while baru >= PETAK:
        for nomor in range(lama // PETAK, baru // PETAK):
            sidik = _gabung(_entri(tingkat, nomor * PETAK, (nomor + 1) * PETAK))
            SegelPetak.objects.create(tingkat=tingkat, nomor=nomor, sidik=sidik)
        lama, baru, tingkat = lama // PETAK, baru // PETAK, tingkat + 1


def segel_semua() -> SegelAkar | None:
    while JejakAntre.objects.exists():
        segel()
    return SegelAkar.objects.order_by("-ukuran").first()


def bukti(uid: Any, ukuran: int | None = None) -> BuktiMasuk:
    """Bukti masuk satu peristiwa terhadap akar terbaru (atau ukuran yang disebut). TidakAda bila belum disegel."""
    daun = SegelDaun.objects.filter(jejak__uid=uid).values_list("urut", "jejak__sidik").first()
    akar = SegelAkar.objects.filter(**({"ukuran": ukuran} if ukuran else {})).order_by("-ukuran").first()
    if daun is None or akar is None or daun[0] >= akar.ukuran:
        raise TidakAda("Peristiwa ini belum disegel. Coba lagi sebentar.")
    jalur = pohon.bukti_masuk(_simpul, daun[0], 0, akar.ukuran)
    return BuktiMasuk(
        bytes(daun[1]).hex(), daun[0], akar.ukuran, [s.hex() for s in jalur], bytes(akar.akar).hex()
    )


def bukti_lanjut(a: int, b: int) -> list[str]:
    """Bukti bahwa pohon berukuran b meneruskan pohon berukuran a tanpa mengubah apa pun."""
    if not 0 < a <= b or SegelAkar.objects.filter(ukuran__in={a, b}).count() != len({a, b}):
        raise TidakAda("Ukuran itu tidak pernah diumumkan.")
    return [s.hex() for s in pohon.bukti_lanjut(_simpul, a, b)]


def tertinggal() -> tuple[int, datetime | None]:
    """(banyak peristiwa belum disegel, waktu yang tertua)."""
    tua = (
        Jejak.objects.filter(antrean__isnull=False).order_by("waktu").values_list("waktu", flat=True).first()
    )
    return JejakAntre.objects.count(), tua
