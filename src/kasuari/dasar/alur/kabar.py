"""Kabar dari alur: kepada yang ditunggu, kepada pemohon, dan kepada atasan bila lewat batas."""

from collections.abc import Iterable
from uuid import UUID

from kasuari.dasar.akun.models import Akun, Hibah
from kasuari.dasar.alur.models import Kasus, LangkahKasus, Tunggu
from kasuari.dasar.alur.proses import Proses
from kasuari.dasar.alur.siapa import pemegang
from kasuari.dasar.inti.pengenal import uuid_dari
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.kabar import service
from kasuari.dasar.kabar.templat import daftarkan
from kasuari.dasar.organisasi.models import UnitLeluhur

DITUNGGU = daftarkan(
    "alur.ditunggu", "{judul} menunggu Anda", "{judul} dari {pemohon} menunggu keputusan Anda{batas}. Buka Tugas saya.",
    "{judul} is waiting for you", "{judul} from {pemohon} is waiting for your decision{batas}. Open My tasks.",
)  # fmt: skip
MEJA = daftarkan(
    "alur.meja", "{judul}: ada yang menunggu meja Anda", "Ada {judul} yang menunggu meja Anda. Buka Tugas saya.",
    "{judul}: work for your desk", "There is {judul} waiting for your desk. Open My tasks.",
)  # fmt: skip
BERUBAH = daftarkan(
    "alur.berubah", "{judul}: {keadaan}", "Pengajuan Anda kini: {keadaan}. Buka pengajuannya untuk membaca alasannya.",
    "{judul}: {keadaan}", "Your request is now: {keadaan}. Open it to read the reason.",
)  # fmt: skip
LEWAT = daftarkan(
    "alur.lewat", "{judul} lewat batas", "{judul} dari {pemohon} lewat batas {tanggal}. Ditunggu: {siapa}.",
    "{judul} is past its term", "{judul} from {pemohon} is past its term of {tanggal}. Waiting for: {siapa}.",
)  # fmt: skip
# Proses tertutup: kabarnya pun tidak menyebut apa dan siapa.
DITUNGGU_TERTUTUP = daftarkan(
    "alur.ditunggu_tertutup", "Satu tugas tertutup menunggu Anda", "Satu tugas tertutup menunggu Anda{batas}. Buka Tugas saya.",
    "A confidential task is waiting for you", "A confidential task is waiting for you{batas}. Open My tasks.",
)  # fmt: skip
LEWAT_TERTUTUP = daftarkan(
    "alur.lewat_tertutup", "Satu tugas tertutup lewat batas", "Satu tugas tertutup lewat batas {tanggal}. Ditunggu: {siapa}.",
    "A confidential task is past its term", "A confidential task is past its term of {tanggal}. Waiting for: {siapa}.",
)  # fmt: skip


def orang_ditunggu(t: Tunggu) -> list[UUID]:
    """UUID semua yang dapat bertindak atas tunggu itu hari ini, di luar pelimpahan."""
    if t.orang is not None:
        return [t.orang.uid]
    if t.pos_id is not None:
        return [p.orang_uid for p in pemegang([t.pos_id])[t.pos_id]]
    atas = UnitLeluhur.objects.filter(unit_id=t.kasus.unit_id).values("leluhur_id")
    hibah = Hibah.objects.filter(peran=t.peran, dicabut=None, mulai__lte=hari_ini()).exclude(
        sampai__lte=hari_ini()
    )
    akun = hibah.filter(unit=None) | hibah.filter(unit__in=atas)
    return list(
        Akun.objects.filter(hibah__in=akun, aktif=True).values_list("orang__uid", flat=True).distinct()
    )


def _pemohon(kasus: Kasus) -> str:
    return kasus.pemohon.nama_gelar if kasus.pemohon else ""


def ditunggu(t: Tunggu, proses: Proses, kecuali: UUID | None) -> None:
    """Memberi tahu yang ditunggu; yang barusan bertindak tidak perlu diberi tahu tentang dirinya.

    Satu meja cukup diberi tahu sekali sehari tiap proses: dua ratus konsep bukan dua ratus kabar.
    """
    batas = f", paling lambat {t.tenggat:%d-%m-%Y}" if t.tenggat else ""
    if proses.tertutup:
        tertutup = (o for o in orang_ditunggu(t) if o != kecuali)
        _kirim(tertutup, DITUNGGU_TERTUTUP, {"batas": batas}, "ditunggu", t.id)
        return
    if t.peran:
        isi = {"judul": str(proses.judul)}
        meja = (o for o in orang_ditunggu(t) if o != kecuali)
        _kirim(meja, MEJA, isi, "meja", proses.kode, t.tahap, hari_ini().isoformat())
        return
    data = {"judul": str(proses.judul), "pemohon": _pemohon(t.kasus), "batas": batas}
    _kirim((o for o in orang_ditunggu(t) if o != kecuali), DITUNGGU, data, "ditunggu", t.id)


def berubah(kasus: Kasus, langkah: LangkahKasus, proses: Proses) -> None:
    """Memberi tahu pemohon, kecuali ia sendiri yang melangkah atau keadaannya di matanya tidak berubah."""
    tahap = proses.menurut_kode
    sama = tahap[langkah.dari].umum == tahap[langkah.ke].umum
    if kasus.pemohon is None or langkah.pelaku_id == kasus.pemohon_id or sama or proses.tertutup:
        return
    data = {
        "judul": str(proses.judul),
        "keadaan": str(proses.menurut_kode[kasus.keadaan].judul),
    }
    _kirim([kasus.pemohon.uid], BERUBAH, data, "berubah", langkah.id)


def lewat(t: Tunggu, proses: Proses, kepada: Iterable[UUID], siapa: str) -> None:
    data = {"tanggal": f"{t.tenggat:%d-%m-%Y}", "siapa": siapa}
    if not proses.tertutup:
        data |= {"judul": str(proses.judul), "pemohon": _pemohon(t.kasus)}
    _kirim(kepada, LEWAT_TERTUTUP if proses.tertutup else LEWAT, data, "lewat", t.id, t.tingkat)


def _kirim(kepada: Iterable[UUID], templat: str, data: dict[str, str], *kunci: object) -> None:
    for orang in dict.fromkeys(kepada):
        service.kirim(orang, templat, data, uuid_dari("alur", *kunci, orang), tautan="/kerja/tugas/")
