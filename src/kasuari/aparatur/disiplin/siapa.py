"""Siapa yang memeriksa dan siapa yang memutus: pos di atas yang diperiksa, tanpa pelapor dan tanpa orang yang sama dua kali."""

from collections.abc import Iterable
from dataclasses import dataclass

from kasuari.aparatur.disiplin import hukum
from kasuari.aparatur.disiplin.models import AnggotaTim, Pemeriksaan
from kasuari.dasar.alur.models import Kasus, LangkahKasus, Tunggu
from kasuari.dasar.alur.siapa import Sasaran, pemegang, pos_atasan
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.organisasi import selectors as organisasi

# Langkah pemeriksa; yang pernah melakukannya tidak memutus, begitu pula anggota tim dan pelapor.
PEMERIKSAAN = frozenset(
    {"panggil", "hadir", "tidak_hadir", "mangkir", "bap", "catat_menolak", "usulkan", "rekomendasi"}
)
PUTUSAN = frozenset({"jatuhkan", "kembalikan", "bebaskan", "kuatkan", "ubah", "batalkan"})
PPK = Sasaran(peran="pimpinan")


def pemeriksaan(kasus: Kasus) -> Pemeriksaan:
    return Pemeriksaan.objects.select_related("pegawai__orang", "pegawai__kini").get(kasus=kasus)


def pemeriksa(kasus: Kasus) -> set[int]:
    """Id orang yang sudah memeriksa: pelaku langkahnya dan anggota timnya."""
    aksi = LangkahKasus.objects.filter(kasus=kasus, aksi__in=PEMERIKSAAN, pelaku__isnull=False)
    tim = AnggotaTim.objects.filter(pemeriksaan_id=kasus.id)
    return set(aksi.values_list("pelaku_id", flat=True)) | set(tim.values_list("orang_id", flat=True))


def _tanpa(pos: list[int], orang: Iterable[int]) -> list[int]:
    """Pos yang hari ini tidak dipegang satu pun dari orang itu; yang kosong tetap ditunggu."""
    larang, isi = set(orang), pemegang(pos)
    return [p for p in pos if not larang & {x.orang_id for x in isi[p]}]


@dataclass(frozen=True, slots=True)
class Pelapor:
    """Pelapor."""

    def sasaran(self, kasus: Kasus) -> Sasaran:
        return Sasaran(orang_id=kasus.pemeriksaan.pelapor_id)


@dataclass(frozen=True, slots=True)
class Pemeriksa:
    """Atasan langsung; bila ia pelapornya, atasan di atasnya, dan bila tidak ada lagi, Inspektorat."""

    def sasaran(self, kasus: Kasus) -> Sasaran:
        atas = _tanpa(pos_atasan(kasus), {kasus.pemeriksaan.pelapor_id})
        return Sasaran(pos_id=atas[0]) if atas else Sasaran(peran="inspektorat")


@dataclass(frozen=True, slots=True)
class KetuaTim:
    """Ketua tim pemeriksa."""

    def sasaran(self, kasus: Kasus) -> Sasaran:
        return Sasaran(orang_id=AnggotaTim.objects.get(pemeriksaan_id=kasus.id, ketua=True).orang_id)


@dataclass(frozen=True, slots=True)
class Berwenang:
    """Pejabat yang berwenang menghukum; bukan pelapor, pemeriksa, atau anggota tim."""

    def sasaran(self, kasus: Kasus) -> Sasaran:
        p = pemeriksaan(kasus)
        perlu = hukum.pejabat(p.tingkat or hukum.BERAT, p.pegawai.kini.jenis_jabatan)
        if perlu == hukum.PPK:
            return PPK
        atas = _tanpa(pos_atasan(kasus), {p.pelapor_id, *pemeriksa(kasus)})
        jenis = {k.subjek_id: k.jenis for k in organisasi.pos_pada(hari_ini(), subjek=atas)}
        cukup = [x for x in atas if hukum.URUT_PEJABAT.get(jenis[x], 0) >= hukum.URUT_PEJABAT[perlu]]
        return Sasaran(pos_id=cukup[0]) if cukup else PPK


@dataclass(frozen=True, slots=True)
class AtasanBerwenang:
    """Atasan pejabat yang menghukum; atas keputusan PPK, PPK sendiri."""

    def sasaran(self, kasus: Kasus) -> Sasaran:
        t = Tunggu.objects.filter(kasus=kasus, tahap="putusan").order_by("-mulai", "-id").first()
        atas = pos_atasan(kasus)
        if t is None or t.pos_id not in atas:
            return PPK
        lain = _tanpa(atas[atas.index(t.pos_id) + 1 :], {kasus.pemeriksaan.pelapor_id, *pemeriksa(kasus)})
        return Sasaran(pos_id=lain[0]) if lain else PPK
