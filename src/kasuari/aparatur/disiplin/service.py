"""Pintu tulis disiplin: membuka pemeriksaan, melangkah dengan isiannya, pendapat tim, dan pembebasan sementara."""

from collections.abc import Mapping
from typing import Any, BinaryIO
from uuid import UUID

from django.utils.translation import gettext as _

from kasuari.aparatur.disiplin import efek, hukum, isian, peristiwa
from kasuari.aparatur.disiplin.models import AnggotaTim, BebasSementara, Lembar, Pemeriksaan
from kasuari.aparatur.disiplin.proses import DISIPLIN
from kasuari.aparatur.disiplin.selectors import PENUH, diberitahukan, pandangan, pemeriksaan
from kasuari.aparatur.pegawai.models import Pegawai
from kasuari.dasar.akun.izin import boleh, pastikan
from kasuari.dasar.alur import service as alur
from kasuari.dasar.alur.models import Kasus
from kasuari.dasar.alur.proses import ambil
from kasuari.dasar.dokumen.models import Lampiran
from kasuari.dasar.dokumen.service import terima
from kasuari.dasar.inti.galat import BedaVersi, MasukanSalah, TidakBoleh
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.waktu import sekarang
from kasuari.dasar.jejak.pintu import Hasil, pintu
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.orang.models import Orang

BUKTI = ("pdf", "jpeg", "png")
SEMENTARA = frozenset({"dipanggil", "dipanggil2", "pemeriksaan", "usul"})

BERSANDI = frozenset({"jatuhkan", "ubah", "kuatkan", "batalkan"})


def terperiksa(pelaku: Pelaku, nip: str) -> Pegawai:
    """PNS aktif yang boleh dilaporkan pelaku. Galat: `MasukanSalah` di isian NIP."""
    p = (
        Pegawai.objects.select_related("orang", "kini")
        .filter(nip="".join(nip.split()), kini__aktif=True)
        .first()
    )
    if p is None or p.kini.unit_id is None or not _terjangkau(pelaku, p):
        raise MasukanSalah(_("NIP ini bukan pegawai aktif di jangkauan Anda. Periksa lagi angkanya."), "nip")
    if p.orang.uid == pelaku.orang:
        raise MasukanSalah(_("Anda tidak dapat membuka pemeriksaan atas diri sendiri."), "nip")
    hukum.pastikan_pns(p)
    return p


def _terjangkau(pelaku: Pelaku, p: Pegawai) -> bool:
    """Jangkauan membuka pemeriksaan, dihitung atas pemeriksaan yang akan dibuka di unitnya."""
    calon = Pemeriksaan(kasus=Kasus(unit_id=p.kini.unit_id), pegawai=p)
    return boleh(pelaku, "disiplin.buka", calon).ya


@pintu("disiplin.buka")
def buka(
    pelaku: Pelaku, *, nip: str, isi: Mapping[str, Any], berkas: BinaryIO | None = None, kunci: UUID
) -> Hasil:
    """Membuka pemeriksaan atas satu PNS dan mengirimnya kepada pemeriksanya. Hasil: id pemeriksaan.

    Galat: `TidakBoleh` (bukan atasan, BKPSDM, Inspektorat), `MasukanSalah` (PPPK, di bawah batas, isian).
    """
    pastikan(pelaku, "disiplin.buka")
    p = terperiksa(pelaku, nip)
    bersih, timbangan = isian.lapor(p, isi)
    pelapor = Orang.objects.get(uid=pelaku.orang)

    def benda(kasus: Kasus) -> None:
        Pemeriksaan.objects.create(
            id=kasus.id, kasus=kasus, pegawai=p, pelapor=pelapor, tingkat=timbangan.tingkat, dibuat=sekarang()
        )

    kasus = alur.mulai(pelaku, DISIPLIN, unit_id=p.kini.unit_id, pemohon=p.orang, sambung=benda)
    x = Pemeriksaan.objects.select_related("kasus", "pegawai__orang").get(id=kasus.id)
    _tulis(pelaku, x, "lapor", bersih, _lampiran(pelaku, berkas), peristiwa.LAPOR)
    alur.langkahkan(pelaku, kasus.id, "lapor", 0)
    return Hasil(kasus.id)


@pintu("disiplin.langkah")
def langkah(
    pelaku: Pelaku, *, uid: UUID, aksi: str, versi: int, isi: Mapping[str, Any], alasan: str = "",
    berkas: BinaryIO | None = None, kunci: UUID,
) -> Hasil:  # fmt: skip
    """Satu langkah dengan isiannya. Hasil: id pemeriksaan, {"keadaan"}.

    Galat: `TidakAda`, `TidakBoleh`, `BedaVersi`, `MasukanSalah` (isian, atau belum waktunya).
    """
    p = pemeriksaan(pelaku, uid)
    if Kasus.objects.select_for_update().get(id=p.kasus_id).versi != versi:
        raise BedaVersi(
            _("Pemeriksaan ini sudah ditangani orang lain. Muat ulang halaman, lalu periksa lagi.")
        )
    alur.pastikan_ditunggu(pelaku, p.kasus, aksi)
    pastikan_sandi(pelaku, aksi)
    bersih = isian.periksa(p, aksi, isi)
    bukti = _lampiran(pelaku, berkas) if aksi in isian.BERBUKTI else None
    if aksi in isian.PERIKSA:
        _tulis(pelaku, p, aksi, bersih, bukti)
    kasus = alur.langkahkan(pelaku, p.kasus_id, aksi, versi, alasan=alasan)
    return Hasil(p.id, {"keadaan": kasus.keadaan})


def pastikan_sandi(pelaku: Pelaku, aksi: str) -> None:
    """Keputusan atas orang lain meminta sandi sekali lagi. Galat: `TidakBoleh` (perlu_sudo)."""
    if aksi in BERSANDI and not (pelaku.sudo or pelaku.sistem):
        raise TidakBoleh(_("Tindakan ini meminta sandi Anda sekali lagi."), perlu_sudo=True)


def _tulis(
    pelaku: Pelaku, p: Pemeriksaan, aksi: str, isi: Mapping[str, Any], bukti: Lampiran | None,
    acara: str = peristiwa.LANGKAH, *, berurut: bool = True,
) -> None:  # fmt: skip
    id_ = catat(
        acara, pelaku, ("disiplin", p.id), sesudah={"aksi": aksi, "pasal": hukum.pasal(aksi)},
        subjek=[p.pegawai.orang.uid] if diberitahukan(p) else [],
    )  # fmt: skip
    oleh = Orang.objects.filter(uid=pelaku.orang).first() if pelaku.orang else None
    Lembar.objects.create(
        pemeriksaan=p, urut=p.kasus.versi + 1 if berurut else None, aksi=aksi, isi_sandi=Lembar.sandi(dict(isi)),
        lampiran=bukti, oleh=oleh, jejak_id=id_, waktu=sekarang(),
    )  # fmt: skip


def _lampiran(pelaku: Pelaku, berkas: BinaryIO | None) -> Lampiran | None:
    if berkas is None:
        return None
    return terima(pelaku, berkas, getattr(berkas, "name", "") or "bukti", "disiplin", boleh=BUKTI)


@pintu("disiplin.pendapat")
def pendapat(pelaku: Pelaku, *, uid: UUID, tulisan: str, kunci: UUID) -> Hasil:
    """Pendapat satu anggota tim, sekali. Galat: `TidakBoleh` (bukan anggota), `MasukanSalah` (kosong atau sudah)."""
    p = pemeriksaan(pelaku, uid)
    Kasus.objects.select_for_update().get(id=p.kasus_id)
    if not boleh_pendapat(pelaku, p):
        raise TidakBoleh(
            _("Hanya anggota tim pemeriksa yang memberi pendapat, sekali, selama tim memeriksa.")
        )
    if not tulisan.strip():
        raise MasukanSalah(_("Tulis pendapat Anda."), "tulisan")
    _tulis(pelaku, p, "pendapat", {"pendapat": tulisan.strip()}, None, peristiwa.PENDAPAT, berurut=False)
    return Hasil(p.id)


def boleh_pendapat(pelaku: Pelaku, p: Pemeriksaan) -> bool:
    return (
        p.kasus.keadaan == "tim_periksa"
        and AnggotaTim.objects.filter(pemeriksaan=p, orang__uid=pelaku.orang, ketua=False).exists()
        and not efek.pendapat(p).filter(oleh__uid=pelaku.orang).exists()
    )


@pintu("disiplin.bebaskan")
def bebaskan(pelaku: Pelaku, *, uid: UUID, alasan: str, kunci: UUID) -> Hasil:
    """Pembebasan sementara dari tugas jabatan selama pemeriksaan pelanggaran berat, oleh pemeriksanya.

    Galat: `TidakBoleh` (bukan pemeriksa yang ditunggu, atau bukan pelanggaran berat), `MasukanSalah` (alasan).
    """
    p = pemeriksaan(pelaku, uid)
    if not boleh_bebas(pelaku, p):
        raise TidakBoleh(
            _("Pembebasan sementara hanya oleh pemeriksanya, selama pemeriksaan pelanggaran berat.")
        )
    if not alasan.strip():
        raise MasukanSalah(_("Tulis alasannya."), "alasan")
    efek.bebaskan_sementara(p, pelaku, alasan.strip())
    return Hasil(p.id)


def boleh_bebas(pelaku: Pelaku, p: Pemeriksaan) -> bool:
    """Ancaman hukumannya berat, sedang diperiksa, belum dibebaskan, dan pelaku yang ditunggu."""
    if p.tingkat != hukum.BERAT or p.kasus.keadaan not in SEMENTARA or pandangan(pelaku, p) != PENUH:
        return False
    if BebasSementara.objects.filter(pemeriksaan=p, ditutup=None, sampai=None).exists():
        return False
    proses = ambil(p.kasus.proses, p.kasus.versi_proses)
    return any(
        alur.kedudukan_pelaku(pelaku, p.kasus, proses, x) is not None
        for x in proses.dari(p.kasus)
        if x.siapa is None
    )
