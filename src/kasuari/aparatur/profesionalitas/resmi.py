"""Menarik nilai IP ASN resmi dari SIASN dan menaruhnya di samping perkiraan kita. Jaringan di luar transaksi."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from kasuari.aparatur.pegawai.siasn import Klien, NipTidakAda
from kasuari.aparatur.profesionalitas.service import BarisResmi, catat_resmi
from kasuari.aturan import ip_asn
from kasuari.aturan.buku import Buku
from kasuari.aturan.bulat import ke_skala, wajar
from kasuari.aturan.galat import ParameterRusak
from kasuari.dasar.akun.izin import pastikan
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.jejak.pintu import Hasil
from kasuari.dasar.ketentuan import selectors as ketentuan


class JawabanLain(MasukanSalah):
    """Jawaban SIASN bukan nilai tahun yang diminta, atau tidak masuk akal; `kode` untuk dihitung."""

    def __init__(self, kode: str, kolom: str, kalimat: str) -> None:
        super().__init__(kalimat, kolom)
        self.kode = kode


def tarik_resmi(pelaku: Pelaku, nip: Sequence[str], klien: Klien, tahun: int, kunci: UUID) -> Hasil:
    """Menarik nilai tiap NIP untuk satu tahun pengukuran, lalu mencatat yang sah lewat `catat_resmi`.

    Yang tidak dikenal SIASN, milik tahun lain, atau tidak masuk akal dilewati dan dihitung; gangguan lain
    menghentikan semuanya (GalatSiasn) tanpa menulis. Hasil: hasil `catat_resmi` ditambah {"dilewati": {sebab: n}}.
    """
    pastikan(pelaku, "ip.hitung")
    buku = ip_asn.buku_pengukuran(tahun, timpa=ketentuan.timpa(date(tahun, 12, 31)))
    baris, lewat = [], Counter[str]()
    for n in nip:
        try:
            baris.append(urai(n, klien.nilai_ipasn(n), tahun, buku))
        except NipTidakAda:
            lewat["tidak_ada"] += 1
        except JawabanLain as galat:
            lewat[galat.kode] += 1
    hasil = catat_resmi(pelaku, tahun=tahun, baris=baris, kunci=kunci)
    return Hasil(hasil.uid, {**hasil.data, "dilewati": dict(lewat)})


def urai(nip: str, data: Mapping[str, Any], tahun: int, buku: Buku) -> BarisResmi:
    """Satu jawaban `nilaiipasn` menjadi nilai pada skala 100. Galat: JawabanLain menyebut kolom dan yang boleh.

    SIASN tidak menyebut tahun pengukuran; ia ditentukan dari tahun `created_at` dikurangi `ip_asn_resmi_selang`.
    """
    selang = buku.nilai("ip_asn_resmi_selang")
    dibuat = _hari(data.get("created_at"))
    if dibuat is None:
        raise JawabanLain("tanpa_tanggal", "created_at", "created_at harus tanggal, misalnya 2026-04-30.")
    if dibuat.year != tahun + selang:
        raise JawabanLain("tahun_lain", "created_at", f"Nilai ini milik pengukuran {dibuat.year - selang}.")
    maks = buku.tabel("ip_asn_maks")
    nilai = {d: _poin(d, data.get(d), maks[d]) for d in ip_asn.DIMENSI}
    jumlah = _poin("subtotal", data.get("subtotal"), sum(maks.values()))
    if jumlah != sum(nilai.values()):
        raise JawabanLain("jumlah_beda", "subtotal", "subtotal harus sama dengan jumlah keempat dimensi.")
    return BarisResmi(nip, **nilai)


def _hari(teks: Any) -> date | None:
    try:
        return datetime.fromisoformat(str(teks)[:10]).date()
    except ValueError:
        return None


def _poin(kolom: str, nilai: Any, tertinggi: int) -> int:
    """Poin pada skala 100; SIASN menulisnya sebagai angka atau tulisan."""
    try:
        desimal = Decimal(str(nilai).strip())
        skala = ke_skala(desimal, ip_asn.SKALA) if desimal.is_finite() and wajar(desimal) else -1
    except (InvalidOperation, ParameterRusak):
        skala = -1
    if not 0 <= skala <= tertinggi * ip_asn.SKALA:
        raise JawabanLain(
            "nilai_tidak_wajar", kolom, f"{kolom} harus 0 sampai {tertinggi}, paling banyak dua desimal."
        )
    return skala
