"""Pintu berkas: `terima` menyimpan menurut isi sesudah memeriksa jenisnya; `sajikan` sesudah ruang memeriksa izin."""

import hashlib
import io
import re
import tempfile
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.db import transaction
from django.http import FileResponse

from kasuari.dasar.dokumen import peristiwa
from kasuari.dasar.dokumen.jenis import kenali
from kasuari.dasar.dokumen.models import Berkas, Lampiran, PindaianSurat, Surat
from kasuari.dasar.dokumen.terbuka import kenapa_tertutup
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.sandi import dekripsi, enkripsi
from kasuari.dasar.inti.simpan import tulis_berkas
from kasuari.dasar.inti.waktu import hari_ini, sekarang
from kasuari.dasar.jejak.service import catat

POTONG = 1024 * 1024
UKURAN_MAKS = 20 * POTONG


def _gudang() -> Path:
    return Path(settings.DATA) / "berkas"


def terima(
    pelaku: Pelaku, aliran: BinaryIO, nama: str, kelas: str, *, boleh: tuple[str, ...], maks: int = UKURAN_MAKS,
    hapus_setelah: date | None = None,
) -> Lampiran:  # fmt: skip
    """Menyimpan satu unggahan di dalam transaksi pemanggil. `boleh`: jenis isi, mis. ("pdf", "jpeg", "png", "xlsx").

    Isinya yang menentukan jenis, bukan namanya, dan isinya harus terbuka (`terbuka`). Berkas tersandi di cakram; isi sama hanya disimpan sekali.
    Galat: MasukanSalah bila terlalu besar, kosong, jenisnya tidak boleh, atau isinya rusak.
    """
    sidik, ukuran = hashlib.sha256(), 0
    with tempfile.SpooledTemporaryFile(max_size=4 * POTONG) as simpan:
        while potong := aliran.read(POTONG):
            ukuran += len(potong)
            if ukuran > maks:
                raise MasukanSalah(
                    f"Berkas lebih besar dari {maks // POTONG} MB. Perkecil, lalu unggah lagi.", "berkas"
                )
            sidik.update(potong)
            simpan.write(potong)
        if ukuran == 0:
            raise MasukanSalah("Berkas kosong. Pilih berkas yang berisi.", "berkas")
        simpan.seek(0)
        isi = simpan.read()
    jenis = kenali(isi[:4096], nama)
    if jenis not in boleh:
        raise MasukanSalah(
            f"Jenis berkas ini tidak diterima. Yang boleh: {', '.join(boleh).upper()}.", "berkas"
        )
    if kalimat := kenapa_tertutup(isi, jenis):
        raise MasukanSalah(kalimat, "berkas")
    berkas = _simpan(sidik.digest(), isi, ukuran, jenis)
    lampiran = Lampiran.objects.create(
        berkas=berkas, nama_asli=nama_aman(nama), kelas=kelas, unggah_orang=pelaku.orang, dibuat=sekarang(),
        hapus_setelah=hapus_setelah,
    )  # fmt: skip
    catat(
        peristiwa.DITERIMA, pelaku, ("lampiran", lampiran.id),
        sesudah={"sha256": sidik.hexdigest(), "byte": ukuran, "jenis": jenis, "kelas": kelas},
    )  # fmt: skip
    return lampiran


def simpan_isi(isi: bytes, jenis: str) -> Berkas:
    """Menyimpan isi buatan kita sendiri menurut sidiknya; isi yang sama hanya sekali."""
    return _simpan(hashlib.sha256(isi).digest(), isi, len(isi), jenis)


def baca_berkas(berkas: Berkas) -> bytes:
    """Isi satu berkas; ruang pemanggil sudah memeriksa izin."""
    return dekripsi((_gudang() / berkas.lokasi).read_bytes(), "berkas")


def _simpan(sidik: bytes, isi: bytes, ukuran: int, jenis: str) -> Berkas:
    ada = Berkas.objects.filter(sidik=sidik).first()
    if ada is not None:
        return ada
    lokasi = f"{sidik.hex()[:2]}/{sidik.hex()}"
    tulis_berkas(_gudang() / lokasi, enkripsi(isi, "berkas"))
    return Berkas.objects.create(
        sidik=sidik, ukuran=ukuran, jenis_isi=jenis, diperiksa=sekarang(), lokasi=lokasi
    )


def nama_aman(nama: str) -> str:
    """Nama untuk ditampilkan: tanpa jalan, tanpa karakter kendali, paling panjang 120."""
    bersih = re.sub(
        r"[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]", "", nama.replace("\\", "/").rsplit("/", 1)[-1]
    ).strip()
    return bersih[-120:] or "berkas"


def baca(lampiran: Lampiran) -> bytes:
    """Isi berkas; ruang pemanggil sudah memeriksa izin."""
    return baca_berkas(lampiran.berkas)


def sajikan(lampiran: Lampiran) -> FileResponse:
    """Unduhan; ruang pemanggil sudah memeriksa izin. Selalu sebagai lampiran, tidak dibuka di peramban."""
    return FileResponse(io.BytesIO(baca(lampiran)), as_attachment=True, filename=lampiran.nama_asli)


def hapus_kedaluwarsa(pelaku: Pelaku) -> int:
    """Menghapus lampiran yang lewat `hapus_setelah`, dan berkas yang tidak dipakai lagi."""
    with transaction.atomic():
        lewat = list(Lampiran.objects.filter(hapus_setelah__lt=hari_ini()).select_related("berkas"))
        if not lewat:
            return 0
        catat(
            peristiwa.DIHAPUS,
            pelaku,
            ("lampiran", None),
            sesudah={"lampiran": sorted(str(x.id) for x in lewat)},
        )
        Lampiran.objects.filter(id__in=[x.id for x in lewat]).delete()
        _buang({x.berkas for x in lewat})
    return len(lewat)


def sapu_yatim() -> int:
    """Membuang berkas yang lebih dari sehari tidak dipakai siapa pun, mis. dari pekerja yang kalah cepat."""
    with transaction.atomic():
        return _buang(Berkas.objects.filter(diperiksa__lt=sekarang() - timedelta(days=1)))


def _buang(calon: Iterable[Berkas]) -> int:
    dipakai = [m.objects.values_list("berkas_id", flat=True) for m in (Lampiran, Surat, PindaianSurat)]
    pakai = {bytes(s) for qs in dipakai for s in qs.filter(berkas__in=list(calon)) if s is not None}
    yatim = [b for b in calon if bytes(b.sidik) not in pakai]
    Berkas.objects.filter(sidik__in=[b.sidik for b in yatim]).delete()
    lokasi = [_gudang() / b.lokasi for b in yatim]
    transaction.on_commit(lambda: [p.unlink(missing_ok=True) for p in lokasi])
    return len(yatim)
