"""Pintu berkas: `terima` menyimpan menurut isi sesudah memeriksa jenisnya; `sajikan` sesudah ruang memeriksa izin."""

import hashlib
import io
import re
import tempfile
from datetime import date
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.db import transaction
from django.http import FileResponse

from kasuari.dasar.dokumen import peristiwa
from kasuari.dasar.dokumen.jenis import kenali
from kasuari.dasar.dokumen.models import Berkas, Lampiran
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.sandi import dekripsi, enkripsi
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

    Isinya yang menentukan jenis, bukan namanya. Berkas tersandi di cakram; isi sama hanya disimpan sekali.
    Galat: MasukanSalah bila terlalu besar, kosong, atau jenisnya tidak boleh.
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


def _simpan(sidik: bytes, isi: bytes, ukuran: int, jenis: str) -> Berkas:
    ada = Berkas.objects.filter(sidik=sidik).first()
    if ada is not None:
        return ada
    lokasi = f"{sidik.hex()[:2]}/{sidik.hex()}"
    tujuan = _gudang() / lokasi
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    sementara = tujuan.with_suffix(".baru")
    sementara.write_bytes(enkripsi(isi, "berkas"))
    sementara.replace(tujuan)
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
    return dekripsi((_gudang() / lampiran.berkas.lokasi).read_bytes(), "berkas")


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
        yatim = [b for b in {x.berkas for x in lewat} if not Lampiran.objects.filter(berkas=b).exists()]
        Berkas.objects.filter(sidik__in=[b.sidik for b in yatim]).delete()
        lokasi = [_gudang() / b.lokasi for b in yatim]
        transaction.on_commit(lambda: [p.unlink(missing_ok=True) for p in lokasi])
    return len(lewat)
