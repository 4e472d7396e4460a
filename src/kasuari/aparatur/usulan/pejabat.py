"""Siapa memaraf dan menandatangani: dibaca dari parameter hari itu, bukan dari kode.

`usulan_penandatangan` menurut jenis usulan (dan golongan: kunci "kgb_IV"), `usulan_paraf` siapa lebih dulu,
`usulan_naik` siapa menggantikan bila pejabatnya sendiri yang diusulkan, `usulan_pos` unit yang dipimpinnya,
`usulan_mandat` surat apa yang boleh terbit atas namanya tanpa menunggunya.
`kepala_opd` bukan satu pos tetap: ia pimpinan perangkat daerah kasusnya.
"""

from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.pegawai.models import Pegawai
from kasuari.aparatur.usulan import rangka
from kasuari.aturan.buku import Buku
from kasuari.dasar.akun.models import Hibah
from kasuari.dasar.alur.models import Kasus
from kasuari.dasar.alur.siapa import Sasaran
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.ketentuan import selectors as ketentuan
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.organisasi.models import UnitKini, UnitLeluhur

TANPA_POS = _(
    "Pos penandatangan (%(p)s) belum ada di susunan organisasi. Minta BKPSDM menandai pos pimpinannya, atau mengubah "
    "ketentuan 'Kode unit yang dipimpin tiap pejabat penandatangan'."
)


KEPALA_OPD, KEPALA_DAERAH = "kepala_opd", "wali_kota"


def _pos(pejabat: str, buku: Buku, kasus: Kasus) -> int | None:
    """Id pos pimpinan unit yang dipimpin pejabat itu, atau None bila unit atau posnya tidak ada."""
    if pejabat == KEPALA_OPD:
        opd = UnitKini.objects.filter(unit_id=kasus.unit_id).values("opd_id")
        pimpinan = organisasi.pos_pada(hari_ini()).filter(kepala=True, unit__in=opd)
        return pimpinan.values_list("subjek_id", flat=True).first()
    kode = str(buku.tabel("usulan_pos").get(pejabat, ""))
    kepala = organisasi.pos_pada(hari_ini()).filter(kepala=True, unit__kode__iexact=kode)
    return kepala.values_list("subjek_id", flat=True).first() if kode else None


def _dipegang(pos: int | None, kasus: Kasus) -> bool:
    """Apakah pos itu jabatan definitif orang yang diusulkan."""
    return pos is not None and (
        organisasi.penugasan_pada(hari_ini())
        .filter(pos_id=pos, subjek_id=kasus.pemohon_id, jenis="definitif")
        .exists()
    )


def penandatangan(kasus: Kasus) -> tuple[str, int | None]:
    """(pejabat, id pos) yang menandatangani keputusan kasus ini; pos None bila belum ada di susunan organisasi."""
    buku = ketentuan.buku(hari_ini())
    u = kasus.usulan
    tabel = buku.tabel("usulan_penandatangan")
    jenis = rangka.ambil(u.jenis)
    kunci = jenis.pejabat or jenis.kode
    # golongan PPPK juga ditulis I sampai XVII; pembagian menurut golongan ruang hanya bagi PNS
    kini = u.pegawai.kini
    kelompok = kini.golongan.split("/")[0] if kini.jenis in {"pns", "cpns"} else ""
    pejabat = str(tabel.get(f"{kunci}_{kelompok}", tabel.get(kunci, tabel["bawaan"])))
    naik = buku.tabel("usulan_naik")
    pos = _pos(pejabat, buku, kasus)
    while _dipegang(pos, kasus) and pejabat in naik:
        pejabat = str(naik[pejabat])
        pos = _pos(pejabat, buku, kasus)
    return pejabat, pos


def pemaraf(kasus: Kasus) -> int | None:
    """Id pos yang memaraf sebelum penandatangan; None bila tidak ada, belum dibentuk, atau orangnya sendiri."""
    buku = ketentuan.buku(hari_ini())
    pejabat, tanda = penandatangan(kasus)
    pos = _pos(str(buku.tabel("usulan_paraf").get(pejabat, "")), buku, kasus)
    return None if pos == tanda or _dipegang(pos, kasus) else pos


URUT_WAKIL = (
    "plh",
    "plt",
    "pj",
    "definitif",
)  # wakil yang sedang bertugas lebih dulu daripada yang diwakilinya


def pemberi_mandat(kasus: Kasus) -> dict[str, str] | None:
    """{"nama", "nip", "jabatan"} pejabat yang memberi mandat tetap bagi jenis usulan ini; None bila tidak ada.

    Mandatnya parameter `usulan_mandat` (pejabat -> jenis-jenis yang boleh terbit tanpa ditunggu). Yang memegang posnya
    hari ini yang tertulis, dan surat tentang dirinya sendiri tidak pernah terbit atas mandatnya.
    """
    pejabat, pos = penandatangan(kasus)
    jenis = str(ketentuan.buku(hari_ini()).tabel("usulan_mandat").get(pejabat, ""))
    if pos is None or kasus.usulan.jenis not in (j.strip() for j in jenis.split(";")):
        return None
    tugas = organisasi.penugasan_pada(hari_ini()).filter(pos_id=pos).select_related("subjek")
    t = min(tugas, key=lambda t: URUT_WAKIL.index(t.jenis), default=None)
    if t is None or t.subjek_id == kasus.pemohon_id:
        return None
    nama = organisasi.pos_pada(hari_ini(), subjek=[pos]).values_list("nama", flat=True).first() or ""
    wakil = f"{t.jenis.capitalize()}. " if t.jenis != "definitif" else ""
    nip = Pegawai.objects.filter(orang=t.subjek).values_list("nip", flat=True).first()
    return {"nama": t.subjek.nama_gelar, "nip": nip or "", "jabatan": f"{wakil}{nama}"}


@dataclass(frozen=True, slots=True)
class Penandatangan:
    """Pejabat yang berwenang menandatangani keputusan ini."""

    def sasaran(self, kasus: Kasus) -> Sasaran:
        pejabat, pos = penandatangan(kasus)
        if pos is None:
            raise MasukanSalah(TANPA_POS % {"p": pejabat.replace("_", " ")}, "unit")
        return Sasaran(pos_id=pos)


@dataclass(frozen=True, slots=True)
class Pemaraf:
    """Pejabat yang memaraf sebelum penandatangan."""

    def sasaran(self, kasus: Kasus) -> Sasaran:
        return Sasaran(pos_id=pemaraf(kasus))


@dataclass(frozen=True, slots=True)
class Perancang:
    """Meja yang menyusun usulan ini: pengelola kepegawaian unitnya, atau BKPSDM."""

    def sasaran(self, kasus: Kasus) -> Sasaran:
        return Sasaran(peran=kasus.usulan.meja)


@dataclass(frozen=True, slots=True)
class Pemeriksa:
    """Meja BKPSDM; kepalanya bila tidak ada petugas BKPSDM selain orang yang diusulkan."""

    def sasaran(self, kasus: Kasus) -> Sasaran:
        atas = UnitLeluhur.objects.filter(unit_id=kasus.unit_id).values("leluhur_id")
        hibah = Hibah.objects.filter(
            Q(unit=None) | Q(unit__in=atas), peran="bkpsdm", dicabut=None, mulai__lte=hari_ini()
        )
        lain = hibah.exclude(sampai__lte=hari_ini()).exclude(akun__orang=kasus.pemohon_id)
        return Sasaran(peran="bkpsdm" if lain.exists() else "kepala_bkpsdm")
