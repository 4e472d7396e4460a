"""Warga mengisi: memulai draf, menyimpan tiap halaman, mengunggah, mengirim sekali, dan menjawab pertanyaan balik."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from kasuari.dasar.alur import service as alur
from kasuari.dasar.alur.models import Kasus
from kasuari.dasar.inti.galat import MasukanSalah, TidakAda
from kasuari.dasar.inti.pelaku import Pelaku, sistem
from kasuari.dasar.inti.pengenal import uuid7
from kasuari.dasar.inti.waktu import hari_ini, sekarang
from kasuari.dasar.jejak.pintu import Hasil, pintu
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.ketentuan import selectors as ketentuan
from kasuari.dasar.orang import selectors as orang
from kasuari.masyarakat.layanan import buka, isian, kode, peristiwa, standar, unggah
from kasuari.masyarakat.layanan.formulir import jawaban, skema
from kasuari.masyarakat.layanan.models import Jenis, Permohonan, Persetujuan, Tanya, Unggahan
from kasuari.masyarakat.layanan.proses import LAYANAN
from kasuari.masyarakat.layanan.selectors import formulir_terbit

TEKS_PERSETUJUAN = 1  # versi kalimat persetujuan kabar di layar; naikkan bila kalimatnya berubah


@dataclass(frozen=True)
class IsiPemohon:
    """Siapa yang memohon. `unit`: id unit pelayan bila layanannya ada di banyak unit."""

    nama: str
    lahir: date
    telepon: str = ""
    email: str = ""
    unit: int | None = None
    kabari: bool = False


@pintu("layanan.mulai")
def mulai(pelaku: Pelaku, *, layanan: str, siapa: IsiPemohon, loket: bool = False, kunci: UUID) -> Hasil:
    """Membuka draf; `loket` bila petugas mengisikan. Hasil: id dan `kode` yang disimpan pemohon.

    Galat: `TidakAda` (layanan tidak menerima permohonan), `MasukanSalah` (unit, nama, tanggal lahir), `TidakBoleh` (loket).
    """
    s = standar.satu(layanan)
    f = formulir_terbit(s.subjek_id)
    if s.jenis == Jenis.INFO or f is None:
        raise TidakAda(_("Layanan ini belum dapat dimohon di sini. Datang ke unitnya."))
    if loket:
        standar.pastikan_terjangkau(pelaku, "layanan.loket", s.subjek)
    if not siapa.nama.strip():
        raise MasukanSalah(_("Isi nama seperti di KTP-el."), "nama")
    if siapa.lahir > hari_ini() or siapa.lahir.year < 1900:
        raise MasukanSalah(_("Tanggal lahir tidak mungkin. Periksa lagi."), "lahir")
    unit = {u.unit_id for u in standar.unit_pelayan(s.subjek)}
    terpilih = siapa.unit if s.subjek.jenis_unit else next(iter(unit), None)
    if terpilih not in unit:
        raise MasukanSalah(_("Pilih unit yang melayani Anda."), "unit")
    saat, baru = sekarang(), kode.baru()
    p = Permohonan.objects.create(
        id=uuid7(), kode=baru, layanan=s.subjek, formulir=f, unit_id=terpilih, isi=isian.sandi({}, "isi"),
        pemohon=isian.sandi(_identitas(siapa), "pemohon"), buta_lahir=isian.buta(baru, siapa.lahir.isoformat(), "lahir"),
        buta_telepon=isian.buta(baru, siapa.telepon, "telepon"), dibuat=saat, diubah=saat,
        cara=Permohonan.Cara.LOKET if loket else Permohonan.Cara.DARING,
        petugas=orang.orang(pelaku.orang) if loket and pelaku.orang else None,
        milik=orang.orang(pelaku.orang) if pelaku.orang and not loket else None, hapus_pada=_simpan("draf"),
    )  # fmt: skip
    if siapa.kabari:
        Persetujuan.objects.create(permohonan=p, versi=TEKS_PERSETUJUAN, diberi=saat)
    catat(
        peristiwa.DRAF,
        pelaku,
        ("permohonan_layanan", p.id),
        sesudah={"layanan": s.subjek.kode, "kode": p.kode},
    )
    return Hasil(p.id, {"kode": p.kode})


def _identitas(s: IsiPemohon) -> dict[str, Any]:
    return {"nama": s.nama.strip(), "lahir": s.lahir.isoformat(), "telepon": s.telepon, "email": s.email}


def _simpan(kelas: str) -> date:
    lama = ketentuan.buku(hari_ini()).tabel("layanan_simpan_hari")[kelas]
    return hari_ini() + timedelta(days=int(lama))  # type: ignore[arg-type]


def _draf(permohonan: UUID, buka_: str) -> Permohonan:
    buka.pastikan(permohonan, buka_)
    p = (
        Permohonan.objects.select_for_update(of=("self",))
        .select_related("layanan", "formulir")
        .get(id=permohonan)
    )
    if p.kasus_id is not None:
        raise MasukanSalah(_("Permohonan ini sudah dikirim, jadi isiannya tidak dapat diubah lagi."))
    return p


@pintu("layanan.simpan_halaman")
def simpan(
    pelaku: Pelaku,
    *,
    permohonan: UUID,
    buka_: str,
    isi: Mapping[str, Any],
    berkas: Mapping[str, Any],
    kunci: UUID,
) -> Hasil:
    """Menyimpan jawaban satu halaman draf; jawaban lain tetap. `berkas`: kode isian -> unggahan baru.

    Galat: `TidakAda` (kunci buka salah atau kedaluwarsa), `MasukanSalah` (berkas ditolak, sudah dikirim).
    """
    p = _draf(permohonan, buka_)
    semua = isian.isi(p) | dict(isi)
    for nama, satu in berkas.items():
        semua[nama] = [str(_unggah(pelaku, p, nama, satu).id)]
    p.isi = isian.sandi(jawaban.rapikan(p.formulir.rancangan, semua), "isi")
    p.diubah, p.hapus_pada = sekarang(), _simpan("draf")
    p.save(update_fields=["isi", "diubah", "hapus_pada"])
    return Hasil(p.id)


def _unggah(pelaku: Pelaku, p: Permohonan, nama: str, berkas: Any) -> Unggahan:
    """Berkas baru menggantikan berkas lama pada isian yang sama; yang lama dihapus penyapu malam itu."""
    lampiran = unggah.simpan(pelaku, berkas, nama)
    for lama in Unggahan.objects.filter(permohonan=p, isian=nama).select_related("lampiran"):
        lepas_lampiran(lama)
    return Unggahan.objects.create(
        permohonan=p, isian=nama, lampiran=lampiran, nama=lampiran.nama_asli, dibuat=sekarang()
    )


def lepas_lampiran(u: Unggahan) -> None:
    """Unggahan dibuang; berkasnya dihapus penyapu lampiran."""
    lampiran = u.lampiran
    u.delete()
    if lampiran is not None:
        lampiran.hapus_setelah = hari_ini() - timedelta(days=1)
        lampiran.save(update_fields=["hapus_setelah"])


@pintu("layanan.kirim")
def kirim(pelaku: Pelaku, *, permohonan: UUID, buka_: str, kunci: UUID) -> Hasil:
    """Mengirim draf: sekali saja, berapa kali pun ditekan. Galat: `MasukanSalah` menyebut isian yang kurang."""
    buka.pastikan(permohonan, buka_)
    p = (
        Permohonan.objects.select_for_update(of=("self",))
        .select_related("layanan", "formulir", "milik")
        .get(id=permohonan)
    )
    if p.kasus_id is not None:
        return Hasil(p.id, {"kode": p.kode})
    isi = jawaban.rapikan(p.formulir.rancangan, isian.isi(p))
    skema.pastikan(p.formulir.skema, p.formulir.rancangan, isi)
    p.isi, p.hapus_pada = isian.sandi(isi, "isi"), None
    p.dikirim = p.lengkap = p.diubah = sekarang()

    def sambung(kasus: Kasus) -> None:
        from kasuari.masyarakat.layanan import waktu

        p.kasus, p.keadaan = kasus, kasus.keadaan
        p.jatuh_tempo, p.penjelasan = waktu.jatuh_tempo(p)
        p.save()

    assert p.unit_id is not None
    alur.mulai(sistem("pemohon"), LAYANAN, unit_id=p.unit_id, pemohon=p.milik, sambung=sambung)
    catat(
        peristiwa.DIKIRIM, pelaku, ("permohonan_layanan", p.id),
        sesudah={"layanan": p.layanan.kode, "kode": p.kode, "cara": p.cara},
    )  # fmt: skip
    return Hasil(p.id, {"kode": p.kode})


@pintu("layanan.jawab")
def jawab(
    pelaku: Pelaku, *, permohonan: UUID, buka_: str, tulisan: str = "", berkas: Any = None, kunci: UUID
) -> Hasil:
    """Menjawab satu pertanyaan balik: tulisan, berkas, atau keduanya; lalu jam normanya berjalan lagi.

    Galat: `MasukanSalah` bila kosong, terlalu panjang, atau berkasnya ditolak; `TidakAda` bila tidak ada pertanyaan.
    """
    buka.pastikan(permohonan, buka_)
    p = Permohonan.objects.select_for_update(of=("self",)).select_related("kasus").get(id=permohonan)
    t = Tanya.objects.filter(permohonan=p, dijawab=None).first()
    if t is None or p.kasus is None:
        raise TidakAda(_("Tidak ada yang perlu Anda lengkapi sekarang."))
    if not tulisan.strip() and berkas is None:
        raise MasukanSalah(_("Tulis jawabannya atau unggah berkas yang diminta."), "jawaban")
    if len(tulisan) > skema.PANJANG:
        raise MasukanSalah(_("Tulis paling banyak %(n)s huruf.") % {"n": skema.PANJANG}, "jawaban")
    if berkas is not None:
        _unggah(pelaku, p, t.isian or f"tanya-{t.id}", berkas)
    t.jawaban, t.dijawab = isian.sandi_teks(tulisan.strip()), sekarang()
    t.save(update_fields=["jawaban", "dijawab"])
    catat(peristiwa.DIJAWAB, pelaku, ("permohonan_layanan", p.id), sesudah={"berkas": berkas is not None})
    alur.langkahkan(sistem("pemohon"), p.kasus.id, "jawab", p.kasus.versi)
    return Hasil(p.id)
