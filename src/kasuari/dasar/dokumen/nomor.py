"""Nomor surat: diambil, disisihkan, atau dicatat dari kantor pencatat. Mulai lagi dari 1 tiap 1 Januari.

Semua fungsi berjalan di dalam transaksi pemanggil. Baris seri terkunci selama transaksi itu, sehingga dua
penerbit tidak pernah mendapat nomor yang sama dan transaksi yang batal tidak meninggalkan lubang.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F
from django.utils.translation import gettext as _

from kasuari.aturan.buku import Buku
from kasuari.aturan.galat import ParameterRusak
from kasuari.aturan.nomor_surat import tulis_nomor
from kasuari.dasar.dokumen import peristiwa
from kasuari.dasar.dokumen.models import NomorCadangan, NomorSeri, Surat
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import hari_ini, sekarang
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.rupa.bentuk import tanggal_naskah


def ambil(seri: str, tahun: int, banyak: int = 1) -> range:
    """Nomor berurutan berikutnya."""
    NomorSeri.objects.bulk_create([NomorSeri(kode=seri, tahun=tahun)], ignore_conflicts=True)
    baris = NomorSeri.objects.filter(kode=seri, tahun=tahun)
    baris.update(terakhir=F("terakhir") + banyak)
    akhir = baris.values_list("terakhir", flat=True).get()
    return range(akhir - banyak + 1, akhir + 1)


SISIPAN = "abcdefghijklmnopqrstuvwxyz"


def tulis(seri: str, tanggal: date, nomor: int, buku: Buku, sisip: str = "") -> str:
    """Nomor lengkap menurut pola serinya (parameter `surat_pola_nomor`); kosong bila nomornya dari kantor pencatat.

    Galat: `MasukanSalah` bila serinya belum berpola atau polanya keliru.
    """
    pola = buku.tabel("surat_pola_nomor")
    if seri not in pola:
        raise MasukanSalah(f"Pola nomor seri '{seri}' belum ditetapkan. Isi di halaman Ketentuan.", "seri")
    try:
        return tulis_nomor(str(pola[seri]), nomor, tanggal, sisip)
    except ParameterRusak as galat:
        raise MasukanSalah(str(galat), "seri") from None


def cadangkan(pelaku: Pelaku, seri: str, unit: UUID, banyak: int) -> Sequence[int]:
    """Menyisihkan nomor bagi satu unit (hari tanpa listrik, pulau). Tercatat sampai dipakai atau dibatalkan."""
    if banyak < 1:
        raise MasukanSalah(_("Sisihkan paling sedikit satu nomor."), "banyak")
    tahun = hari_ini().year
    nomor = ambil(seri, tahun, banyak)
    NomorCadangan.objects.bulk_create(
        [NomorCadangan(kode=seri, tahun=tahun, nomor=n, unit=unit, dibuat=sekarang()) for n in nomor]
    )
    catat(
        peristiwa.DICADANGKAN, pelaku, ("seri", None),
        sesudah={"seri": seri, "tahun": tahun, "dari": nomor[0], "sampai": nomor[-1], "unit": str(unit)},
    )  # fmt: skip
    return nomor


def pakai_cadangan(seri: str, tahun: int, nomor: int) -> None:
    """Memakai satu nomor cadangan. Galat: `MasukanSalah` bila bukan cadangan, sudah dipakai, atau dibatalkan."""
    ubah = NomorCadangan.objects.filter(kode=seri, tahun=tahun, nomor=nomor, dipakai=None, alasan_batal="")
    if not ubah.update(dipakai=sekarang()):
        raise MasukanSalah(f"Nomor {nomor} bukan nomor cadangan yang masih tersedia pada {tahun}.", "nomor")


def batalkan_cadangan(pelaku: Pelaku, seri: str, tahun: int, nomor: int, alasan: str) -> None:
    """Menyatakan nomor cadangan tidak jadi dipakai; lubangnya dengan begitu punya penjelasan."""
    if not alasan.strip():
        raise MasukanSalah(_("Tulis mengapa nomor ini tidak jadi dipakai."), "alasan")
    ubah = NomorCadangan.objects.filter(kode=seri, tahun=tahun, nomor=nomor, dipakai=None, alasan_batal="")
    if not ubah.update(alasan_batal=alasan.strip()):
        raise MasukanSalah(f"Nomor {nomor} bukan nomor cadangan yang masih tersedia pada {tahun}.", "nomor")
    catat(
        peristiwa.NOMOR_BATAL,
        pelaku,
        ("seri", None),
        sesudah={"seri": seri, "tahun": tahun, "nomor": nomor},
        alasan=alasan,
    )


def isi_pencatat(pelaku: Pelaku, surat: Surat, teks: str) -> None:
    """Nomor dari kantor pencatat menggantikan pola, sebelum suratnya ditandatangani.

    Serinya tetap menghitung urutannya sendiri. Galat: `MasukanSalah` bila kosong, sudah dipakai surat lain tahun itu,
    atau suratnya sudah ditandatangani atau dipindai.
    """
    rapi = " ".join(teks.split())
    if not rapi:
        raise MasukanSalah(_("Isi nomor yang diberikan kantor pencatat."), "nomor")
    surat = kunci_belum_tanda(surat)
    kembar = Surat.objects.filter(tahun=surat.tahun, nomor_teks=rapi, induk=None).exclude(id=surat.id)
    if kembar.exists():
        raise MasukanSalah(_("Nomor ini sudah dipakai surat lain tahun itu."), "nomor")
    lama = surat.nomor_teks
    Surat.objects.filter(id=surat.id).update(nomor_teks=rapi, dicetak=None)
    catat(
        peristiwa.NOMOR_DIISI, pelaku, ("surat", surat.id), sebelum={"nomor": lama}, sesudah={"nomor": rapi}
    )  # fmt: skip


def tersedia(seri: str, tahun: int) -> list[int]:
    """Nomor cadangan yang belum dipakai dan belum dibatalkan, menaik."""
    bebas = NomorCadangan.objects.filter(kode=seri, tahun=tahun, dipakai=None, alasan_batal="")
    return list(bebas.order_by("nomor").values_list("nomor", flat=True))


def tukar_cadangan(pelaku: Pelaku, surat: Surat, ke: int, buku: Buku) -> None:
    """Surat yang belum ditandatangani memakai nomor yang disisihkan; nomor lamanya tidak dipakai, dengan penjelasan.

    Galat: `MasukanSalah` bila nomornya bukan cadangan yang tersedia, atau suratnya sisipan, bertanda tangan, atau dipindai.
    """
    surat = kunci_belum_tanda(surat)
    if surat.sisip:
        raise MasukanSalah(_("Surat ini sudah menjadi sisipan."), "cadangan")
    pakai_cadangan(surat.seri, surat.tahun, ke)
    lama, teks = surat.nomor, tulis(surat.seri, surat.tanggal, ke, buku)
    Surat.objects.filter(id=surat.id).update(nomor=ke, nomor_teks=teks, dicetak=None)
    tidak_dipakai = {"dibuat": sekarang(), "alasan_batal": f"suratnya memakai nomor cadangan {ke}"}
    NomorCadangan.objects.update_or_create(
        kode=surat.seri, tahun=surat.tahun, nomor=lama, defaults={**tidak_dipakai, "dipakai": None}
    )
    catat(
        peristiwa.NOMOR_DIISI, pelaku, ("surat", surat.id), sebelum={"nomor": lama}, sesudah={"nomor": ke, "cadangan": True}
    )  # fmt: skip


def sisipkan(pelaku: Pelaku, surat: Surat, sesudah: int, tanggal: date, alasan: str, buku: Buku) -> None:
    """Surat menjadi sisipan (12.a) sesudah nomor `sesudah`, bertanggal di antara dua nomor itu.

    Nomornya yang lama dinyatakan tidak dipakai dengan penjelasan. Galat: `MasukanSalah` menyebut isiannya.
    """
    if not alasan.strip():
        raise MasukanSalah(_("Tulis mengapa surat ini disisipkan."), "alasan")
    surat = kunci_belum_tanda(surat)
    if surat.sisip:
        raise MasukanSalah(_("Surat ini sudah menjadi sisipan."), "sesudah")
    seri = Surat.objects.filter(seri=surat.seri, tahun=surat.tahun, induk=None)
    depan = seri.filter(nomor=sesudah, sisip="").exclude(id=surat.id).first()
    if depan is None:
        raise MasukanSalah(
            _("Nomor %(n)s belum dipakai surat mana pun di seri ini, jadi tidak dapat disisipi.") % {"n": sesudah}, "sesudah"
        )  # fmt: skip
    belakang = seri.filter(nomor__gt=sesudah, sisip="").exclude(id=surat.id).order_by("nomor").first()
    akhir = min(belakang.tanggal if belakang else date(surat.tahun, 12, 31), hari_ini())
    if not depan.tanggal <= tanggal <= akhir:
        raise MasukanSalah(
            _("Tanggal sisipan harus di antara %(a)s dan %(b)s.")
            % {"a": tanggal_naskah(depan.tanggal), "b": tanggal_naskah(akhir)}, "tanggal",
        )  # fmt: skip
    terpakai = seri.filter(nomor=sesudah).exclude(sisip="").count()
    if terpakai >= len(SISIPAN):
        raise MasukanSalah(_("Huruf sisipan nomor ini sudah habis."), "sesudah")
    huruf, lama = SISIPAN[terpakai], surat.nomor
    Surat.objects.filter(id=surat.id).update(
        nomor=sesudah, sisip=huruf, sisip_alasan=alasan.strip()[:300], tanggal=tanggal,
        nomor_teks=tulis(surat.seri, tanggal, sesudah, buku, huruf), dicetak=None,
    )  # fmt: skip
    tidak_dipakai = {"dibuat": sekarang(), "alasan_batal": f"suratnya menjadi sisipan {sesudah}.{huruf}"}
    NomorCadangan.objects.update_or_create(
        kode=surat.seri, tahun=surat.tahun, nomor=lama, defaults={**tidak_dipakai, "dipakai": None}
    )
    catat(
        peristiwa.DISISIPKAN, pelaku, ("surat", surat.id), sebelum={"nomor": lama},
        sesudah={"nomor": f"{sesudah}.{huruf}", "tanggal": tanggal}, alasan=alasan.strip(),
    )  # fmt: skip


def kunci_belum_tanda(surat: Surat) -> Surat:
    """Mengunci surat yang masih boleh diubah nomor dan caranya. Galat: `MasukanSalah` bila sudah ditandatangani atau dipindai."""
    kini = Surat.objects.select_for_update().get(id=surat.id)
    if kini.induk_id is not None:
        raise MasukanSalah(_("Petikan dan salinan mengikuti nomor surat aslinya."))
    if kini.status != Surat.Status.DISIAPKAN:
        raise MasukanSalah(_("Surat ini sudah ditandatangani."))
    if kini.pindaian.filter(putusan="").exists():
        raise MasukanSalah(_("Pindaian surat ini sedang menunggu pengesahan. Kembalikan dulu pindaiannya."))
    return kini


@dataclass(frozen=True)
class BarisBuku:
    """Satu nomor di buku nomor. `keadaan`: surat, disisihkan, dibatalkan, atau lubang (tanpa penjelasan)."""

    nomor: int
    keadaan: str
    surat: Sequence[Surat] = ()  # suratnya, lalu sisipannya
    unit: UUID | None = None
    penjelasan: str = ""


def terakhir(seri: str, tahun: int) -> int:
    return NomorSeri.objects.filter(kode=seri, tahun=tahun).values_list("terakhir", flat=True).first() or 0


def buku_nomor(seri: str, tahun: int, dari: int = 1, sampai: int | None = None) -> list[BarisBuku]:
    """Tiap nomor dari `dari` sampai `sampai` (bawaan: yang terakhir), menaik."""
    akhir = min(x for x in (terakhir(seri, tahun), sampai) if x is not None)
    ada: dict[int, list[Surat]] = {}
    rentang = {"tahun": tahun, "nomor__gte": dari, "nomor__lte": akhir}
    for s in Surat.objects.filter(seri=seri, induk=None, **rentang).defer("data").order_by("nomor", "sisip"):
        ada.setdefault(s.nomor, []).append(s)
    cadangan = {c.nomor: c for c in NomorCadangan.objects.filter(kode=seri, **rentang)}
    return [_baris(n, ada.get(n, ()), cadangan.get(n)) for n in range(dari, akhir + 1)]


def _baris(n: int, surat: Sequence[Surat], c: NomorCadangan | None) -> BarisBuku:
    if any(not s.sisip for s in surat):
        return BarisBuku(n, "surat", surat)
    if c is None:
        return BarisBuku(n, "lubang", surat)
    keadaan = "dibatalkan" if c.alasan_batal else "disisihkan"
    return BarisBuku(n, keadaan, surat, c.unit, c.alasan_batal)


def lubang(seri: str, tahun: int) -> list[int]:
    """Nomor tanpa surat dan tanpa penjelasan. Selalu kosong, kecuali basis data diubah di luar Kasuari."""
    dipakai = set(
        Surat.objects.filter(seri=seri, tahun=tahun, induk=None, sisip="").values_list("nomor", flat=True)
    )
    dipakai |= set(NomorCadangan.objects.filter(kode=seri, tahun=tahun).values_list("nomor", flat=True))
    return [n for n in range(1, terakhir(seri, tahun) + 1) if n not in dipakai]
