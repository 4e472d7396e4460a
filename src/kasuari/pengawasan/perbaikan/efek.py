"""Akibat satu langkah perbaikan di dalam transaksinya: janji dicatat, hari dikerjakan dicatat, lingkarnya ditutup."""

from django.db.models import Max

from kasuari.dasar.alur.models import Kasus, LangkahKasus
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import hari_ini, sekarang
from kasuari.dasar.jejak.service import catat
from kasuari.pengawasan.perbaikan import peristiwa
from kasuari.pengawasan.perbaikan.models import Janji, Perbaikan


def berjanji(kasus: Kasus, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    """Rencana disetujui: harinya menjadi janji pertama."""
    _janji(kasus.perbaikan, pelaku, "")


def janji_baru(kasus: Kasus, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    """Tanggal baru disetujui; janji semula tetap tampak di sebelahnya."""
    p = kasus.perbaikan
    p.janji, p.janji_usul = p.janji_usul, None
    p.save(update_fields=["janji", "janji_usul"])
    minta = kasus.langkah.filter(aksi="minta_waktu").order_by("-urut").first()
    _janji(p, pelaku, minta.alasan if minta else "")


def _janji(p: Perbaikan, pelaku: Pelaku, alasan: str) -> None:
    urut = (p.semua_janji.aggregate(n=Max("urut"))["n"] or 0) + 1
    id_ = catat(peristiwa.JANJI, pelaku, ("perbaikan", p.id), sesudah={"urut": urut, "tanggal": p.janji})
    Janji.objects.create(
        perbaikan=p, urut=urut, tanggal=p.janji, alasan=alasan, dicatat=sekarang(), jejak_id=id_
    )


def batal_waktu(kasus: Kasus, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    Perbaikan.objects.filter(id=kasus.id).update(janji_usul=None)


def berbukti(kasus: Kasus, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    """Galat: `MasukanSalah` bila belum ada satu bukti pun sejak rencananya disetujui atau dikembalikan."""
    batas = kasus.langkah.filter(ke="berjalan").exclude(dari="minta_waktu").order_by("-urut").first()
    if not kasus.perbaikan.bukti.filter(dicatat__gte=batas.waktu if batas else kasus.dibuat).exists():
        raise MasukanSalah("Tambahkan dahulu buktinya: apa yang sudah dikerjakan, dengan foto atau dokumen.")


def dikerjakan(kasus: Kasus, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    """Bukti diterima: survei yang mulai sesudah hari ini mengukurnya."""
    Perbaikan.objects.filter(id=kasus.id).update(dikerjakan=hari_ini())


def tutup(kasus: Kasus, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    Perbaikan.objects.filter(id=kasus.id).update(terbuka=False)
