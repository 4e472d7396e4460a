"""Menerima satu penilaian: dibaca, diperiksa, lalu satu sisipan ke `Kiriman`. Tidak ada akun, alamat, atau jam.

Pintu ini bukan `@pintu`: pintu biasa mencatat pelaku dan jam tiap tindakan, dan itulah yang tidak boleh ada di sini.
Kunci kirim tetap membuat kiriman yang sama terhitung sekali.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.utils.translation import gettext as _

from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.sandi import dekripsi, enkripsi, indeks_buta
from kasuari.dasar.inti.waktu import hari_ini, sekarang
from kasuari.dasar.ketentuan.selectors import buku
from kasuari.dasar.rupa.bentuk import angka
from kasuari.masyarakat.survei.models import Kiriman, Lapis, Mode, Periode, Undangan
from kasuari.masyarakat.survei.samaran import bersihkan
from kasuari.masyarakat.survei.soal import DIRI, KOMENTAR_MAKS, Soal

GUNA = "survei"


class SudahDipakai(MasukanSalah):
    """Token undangan ini sudah dipakai untuk penilaian lain."""


@dataclass(frozen=True, slots=True)
class Penilaian:
    """Isi satu kiriman yang sudah diperiksa. `jawab`: kode soal -> nilai (unsur dan skala: bilangan; pilihan: nomor)."""

    jawab: Mapping[str, int]
    layanan: str = ""
    mode: str = str(Mode.TAUTAN)
    lapis: str = str(Lapis.TERBUKA)
    diri: Mapping[str, str] | None = None
    tulisan: Mapping[str, str] | None = None  # kode soal teks ('' = saran SKM) -> tulisan

    def kemas(self) -> bytes:
        isi = {"j": dict(self.jawab), "l": self.layanan, "m": str(self.mode), "p": str(self.lapis),
               "d": dict(self.diri or {}), "t": dict(self.tulisan or {})}  # fmt: skip
        return enkripsi(json.dumps(isi, ensure_ascii=False).encode(), GUNA, berjam=False)

    @classmethod
    def buka(cls, sandi: bytes) -> "Penilaian":
        isi = json.loads(dekripsi(bytes(sandi), GUNA))
        return cls(isi["j"], isi["l"], isi["m"], isi["p"], isi["d"], isi["t"])


def baca(
    isian: Mapping[str, Any], soal: Sequence[Soal], layanan: Sequence[str]
) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    """(isi untuk `Penilaian`, kesalahan sebagai (id sasaran, pesan)) dari isian formulir. Isian asing diabaikan."""
    jawab: dict[str, int] = {}
    tulisan: dict[str, str] = {}
    salah: list[tuple[str, str]] = []
    for s in soal:
        mentah = str(isian.get(s.kode, "") or "")
        if s.jenis == "teks":
            if isi := _tulisan(mentah, s.kode, salah):
                tulisan[s.kode] = isi
        elif mentah in {p.nilai for p in s.pilihan}:
            jawab[s.kode] = int(mentah)
        elif s.wajib or mentah:
            salah.append((f"{s.kode}_1", _("Jawab dulu: %(label)s") % {"label": s.tanya}))
    diri = {k: str(isian.get(k) or "") for k in DIRI}
    diri = {k: v if v in {t[0] for t in DIRI[k]} else "" for k, v in diri.items()}
    kode = str(isian.get("layanan") or "")
    if isi := _tulisan(str(isian.get("komentar", "") or ""), "komentar", salah):
        tulisan[""] = isi
    return {
        "jawab": jawab,
        "layanan": kode if kode in layanan else "",
        "diri": diri,
        "tulisan": tulisan,
    }, salah


def _tulisan(mentah: str, sasaran: str, salah: list[tuple[str, str]]) -> str:
    isi = bersihkan(mentah)
    if len(isi) > KOMENTAR_MAKS:
        salah.append((sasaran, _("Tulisan paling banyak %(maks)s huruf. Sekarang %(ada)s, perpendek dulu.")
                      % {"maks": angka(KOMENTAR_MAKS), "ada": angka(len(isi))}))  # fmt: skip
        return ""
    return isi


@dataclass(frozen=True, slots=True)
class Saat:
    """Hari penilaian dan kalimat bagi orangnya bila jam HP-nya keliru."""

    hari: date
    pesan: str = ""


def saat_hp(pada: str, kini: str) -> Saat:
    """Hari pengisian menurut jam HP, dalam milidetik: `pada` saat diisi, `kini` saat dikirim.

    Yang dipakai umurnya (kini dikurangi pada), jadi jam HP yang keliru setahun tidak mengubah apa pun: harinya dihitung
    mundur dari hari server. Galat: `MasukanSalah` bila umurnya lewat batas.
    """
    if not pada or not kini:
        return Saat(hari_ini())
    try:
        umur, geser = int(kini) - int(pada), abs(int(kini) / 1000 - sekarang().timestamp())
    except (ValueError, OverflowError):
        return Saat(hari_ini())
    batas = buku(hari_ini()).tabel("skm_luring")
    hari = umur // 86_400_000
    if hari < 0 or hari >= batas["lompatan_jam"] or geser > 86_400:
        pesan = _("Jam di HP Anda keliru. Penilaian Anda tetap kami terima, dengan tanggal hari ini.")
        return Saat(hari_ini() - timedelta(days=hari if 0 <= hari <= batas["umur"] else 0), pesan)
    if hari > batas["umur"]:
        raise MasukanSalah(
            _("Penilaian ini diisi %(h)s hari lalu, lebih dari %(b)s hari, jadi tidak dapat dihitung lagi. "
                "Isi sekali lagi bila masih ingat.")
            % {"h": angka(hari), "b": angka(batas["umur"])}
        )  # fmt: skip
    return Saat(hari_ini() - timedelta(days=hari))


def sidik_perangkat(periode: Periode, acak: str) -> str:
    """Sidik bilangan acak milik HP, lain di tiap periode; '' bila HP tidak menyebutnya."""
    return indeks_buta(acak[:64], f"survei.perangkat:{periode.uid}").hex()[:16] if acak else ""


def sidik_token(token: str) -> str:
    return indeks_buta(token, "survei.undangan").hex()


def simpan(periode: Periode, kunci: UUID, isi: Penilaian, hari: date, perangkat: str = "") -> bool:
    """Satu sisipan. False: kunci ini sudah pernah diterima, jadi tidak dihitung lagi."""
    hari = min(max(hari, periode.mulai), periode.sampai)
    medan = [Kiriman._meta.get_field(n) for n in ("kunci", "periode", "hari", "isi", "perangkat")]
    nilai = (kunci, periode.id, hari, isi.kemas(), perangkat)
    kolom = ", ".join(m.column for m in medan)
    with connection.cursor() as kursor:
        kursor.execute(
            f"INSERT INTO survei_kiriman ({kolom}) VALUES (%s, %s, %s, %s, %s) ON CONFLICT DO NOTHING",  # noqa: S608 nama dari model
            [m.get_db_prep_save(n, connection) for m, n in zip(medan, nilai, strict=True)],
        )
        return kursor.rowcount == 1


def simpan_undangan(
    periode: Periode, kunci: UUID, isi: dict[str, Any], hari: date, token: str, mode: str
) -> bool:
    """Penilaian dari tautan sekali pakai. Galat: `SudahDipakai`; kiriman ulang dengan kunci yang sama bukan galat."""
    sidik = sidik_token(token)
    with transaction.atomic():
        kode = (
            Undangan.objects.filter(sidik=sidik, unit=periode.unit_id)
            .values_list("layanan_kode", flat=True)
            .first()
        )
        ambil = Undangan.objects.filter(sidik=sidik, unit=periode.unit_id, dipakai=False).update(dipakai=True)
        if not ambil:
            if Kiriman.objects.filter(kunci=kunci).exists():
                return False
            raise SudahDipakai(
                _(
                    "Tautan ini sudah dipakai menilai, atau bukan dari kami. "
                    "Satu layanan selesai, satu penilaian. Pindai QR di loket bila ingin menilai lagi."
                )
            )  # fmt: skip
        penilaian = Penilaian(**{**isi, "layanan": kode or ""}, mode=mode, lapis=str(Lapis.PERMOHONAN))
        return simpan(periode, kunci, penilaian, hari)


def tarik(kunci: UUID) -> bool:
    """Menghapus penilaian yang belum dicampur. False: tidak ada, atau sudah menjadi jawaban yang tidak dapat dicari lagi."""
    with transaction.atomic():
        return bool(Kiriman.objects.filter(kunci=kunci, isi__isnull=False).delete()[0])
