"""Yang ditimbang menurut hukum: tingkat dan jenis hukuman, pejabatnya, upaya administratifnya, dan pasal tiap langkah."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from kasuari.aparatur.pegawai.models import Pegawai, RiwayatHukuman
from kasuari.aturan import disiplin
from kasuari.aturan.buku import Buku
from kasuari.aturan.disiplin import HUKUMAN, NAMA, TINGKAT, baca_hukuman
from kasuari.aturan.galat import GalatAturan, MasukanTidakSah
from kasuari.aturan.hari import tambah_bulan
from kasuari.aturan.masukan import dari_hari
from kasuari.aturan.rumus import TIDAK_ADA, Langkah, hitung, jelaskan
from kasuari.aturan.tenggat import Kalender, aturan_tenggat, hitung_tenggat
from kasuari.aturan.tenggat.kalender import tanggal_kolom
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.ketentuan import selectors as ketentuan

ABSEN = "Masuk kerja dan menaati ketentuan jam kerja"
RINGAN, SEDANG, BERAT = TINGKAT["Ringan"], TINGKAT["Sedang"], TINGKAT["Berat"]
# Hukuman yang mengambil jabatan: perlu dasar, I-MUT, dan peringatan masa larangan penggantian pejabat.
LEPAS_JABATAN = frozenset(kode for nama, kode in HUKUMAN.items() if "jabatan" in nama.lower())
PPK = "ppk"
URUT_PEJABAT = {
    "pelaksana": 0,
    "fungsional": 0,
    "pengawas": 1,
    "administrator": 2,
    "jpt": 3,
    "politik": 4,
    PPK: 4,
}


@dataclass(frozen=True)
class Dugaan:
    """Yang disangkakan. `hari`: hari kerja tidak masuk (None bila bukan soal masuk kerja); `sebelum`: yang sudah dihitung tahun itu."""

    pelanggaran: Sequence[str]
    dampak: str
    hari: int | None = None
    sebelum: int = 0
    berturut: bool = False
    berulang: bool = False


@dataclass(frozen=True)
class Timbangan:
    """Tingkat, jenis hukuman yang boleh (kode, ringan ke berat), dan kenapa."""

    tingkat: int
    boleh: tuple[int, ...]
    langkah: list[Langkah] = field(default_factory=list)


def buku() -> Buku:
    return ketentuan.buku(hari_ini())


def pastikan_pns(p: Pegawai) -> str:
    """'PNS' atau 'CPNS'. Galat: `MasukanSalah` dengan kalimat hukumnya bagi PPPK."""
    if p.kini.jenis.startswith("pppk"):
        raise MasukanSalah(f"{disiplin.PPPK}.", "nip")
    return p.kini.jenis.upper()


def pasal(kunci: str) -> str:
    """Pasal yang mendasari satu langkah."""
    return str(buku().tabel("disiplin_pasal").get(kunci, ""))


def pasal_pelanggaran(nama: str) -> str:
    return f"PP 94/2021 {buku().tabel('disiplin_pelanggaran')[nama]}"


def absen(
    status: str, sebelum: int, hari: int, berturut: bool, b: Buku
) -> tuple[int | None, int | None, list[Langkah]]:
    """(hukuman, tingkat, penjelasan) karena tidak masuk kerja; None di bawah batas. Galat: `MasukanSalah`."""
    masukan = {"status": status, "hari_sebelum": sebelum, "hari_baru": hari, "berturut": berturut}
    ingin = ("hukuman_tidak_masuk", "tingkat_tidak_masuk")
    try:
        hasil = hitung(disiplin.SUSUNAN, {k: [v] for k, v in masukan.items()}, b, ingin)
        langkah = jelaskan(disiplin.SUSUNAN, masukan, b, ingin)
    except MasukanTidakSah as galat:
        c = galat.cacat[0]
        kolom = {"hari_baru": "hari", "hari_sebelum": "sebelum"}.get(c.kolom, c.kolom)
        pesan = _("Hari kerja tidak masuk: %(p)s. Yang boleh: %(b)s.") % {
            "p": c.pesan,
            "b": ", ".join(map(str, c.boleh)),
        }
        raise MasukanSalah(pesan, kolom) from None
    kode, tingkat = (int(hasil[k][0]) for k in ingin)
    return (None, None, langkah) if kode == TIDAK_ADA else (kode, tingkat, langkah)


def timbang(p: Pegawai, d: Dugaan) -> Timbangan:
    """Beberapa pelanggaran dijatuhi satu hukuman, yang terberat; yang berulang lebih berat daripada yang terakhir.

    Galat: `MasukanSalah` bila pelanggaran atau dampaknya tidak dikenal, atau belum sampai batas hukuman.
    """
    b, status = buku(), pastikan_pns(p)
    daftar, dampak = b.tabel("disiplin_pelanggaran"), b.tabel("disiplin_dampak")
    if not d.pelanggaran or any(x not in daftar for x in d.pelanggaran):
        raise MasukanSalah(_("Pilih kewajiban atau larangan yang diduga dilanggar."), "pelanggaran")
    if d.dampak not in dampak:
        raise MasukanSalah(_("Pilih dampaknya: %(p)s.") % {"p": ", ".join(dampak)}, "dampak")
    if (d.hari is not None) != (ABSEN in d.pelanggaran):
        raise MasukanSalah(
            _("Isi banyak hari kerja tidak masuk, hanya bila pelanggarannya soal masuk kerja."), "hari"
        )
    dasar, batas = 0, 0
    langkah: list[Langkah] = []
    if d.hari is not None:
        kode, _tingkat, langkah = absen(status, d.sebelum, d.hari, d.berturut, b)
        dasar = kode or 0
    selain = [x for x in d.pelanggaran if x != ABSEN]
    if not dasar and not selain:
        raise MasukanSalah(
            _("Banyak hari tidak masuk belum sampai batas hukuman, jadi pemeriksaan tidak dapat dibuka."),
            "hari",
        )
    if d.berulang:
        batas, tambah = _ulang(p, b)
        langkah += tambah
    bawah = max(dasar, batas)
    menurut = {kode: tingkat_hukuman(kode) for kode in NAMA}
    tingkat = TINGKAT[str(dampak[d.dampak])] if selain else menurut[bawah]
    if bawah and menurut[bawah] > tingkat:
        tingkat = menurut[bawah]
    boleh = tuple(k for k, t in menurut.items() if t == tingkat and k >= bawah)
    return Timbangan(tingkat, boleh if selain else (bawah,), langkah)


def _ulang(p: Pegawai, b: Buku) -> tuple[int, list[Langkah]]:
    """Hukuman paling ringan bagi yang mengulangi, menurut hukuman terakhirnya."""
    lama = RiwayatHukuman.objects.filter(subjek=p, ditutup=None).order_by("-mulai").first()
    if lama is None:
        raise MasukanSalah(
            _("Belum ada hukuman yang tercatat bagi pegawai ini, jadi pelanggarannya bukan ulangan."),
            "berulang",
        )
    kode = _kode(lama.jenis)
    if kode is None:
        raise MasukanSalah(
            _("Hukuman terakhirnya (%(j)s) bukan jenis yang dikenal. Perbaiki dulu di registernya.")
            % {"j": lama.jenis},
            "berulang",
        )
    masukan = {"hukuman": NAMA[kode], "sama": True}
    hasil = int(
        hitung(disiplin.SUSUNAN, {k: [v] for k, v in masukan.items()}, b, ["hukuman_ulang"])["hukuman_ulang"][
            0
        ]
    )
    return (kode if hasil == TIDAK_ADA else hasil), jelaskan(disiplin.SUSUNAN, masukan, b, ["hukuman_ulang"])


def _kode(jenis: str) -> int | None:
    try:
        return baca_hukuman(jenis, "jenis")
    except MasukanTidakSah:
        return None


def tingkat_hukuman(hukuman: int) -> int:
    return TINGKAT[str(buku().tabel("disiplin_tingkat")[NAMA[hukuman]])]


def pejabat(tingkat: int, jenis_jabatan: str) -> str:
    """Jenis jabatan terendah yang berwenang. Galat: `MasukanSalah` bila jenis jabatannya belum tercatat."""
    nama = next(n for n, k in TINGKAT.items() if k == tingkat)
    tabel: Mapping[str, Any] = buku().tabel("disiplin_pejabat")
    if f"{nama}: {jenis_jabatan}" not in tabel:
        raise MasukanSalah(
            _(
                "Jenis jabatan yang diperiksa belum tercatat, jadi pejabat yang berwenang belum diketahui. Hubungi BKPSDM."
            ),
            "hukuman",
        )
    return str(tabel[f"{nama}: {jenis_jabatan}"])


def bertim(tingkat: int) -> bool:
    return any(TINGKAT[t] == tingkat for t in buku().nilai("disiplin_tim"))


def boleh_pelaksana(tingkat: int) -> bool:
    """Bolehkah Plt atau Plh menjatuhkan hukuman setingkat itu."""
    return any(TINGKAT[t] == tingkat for t in buku().nilai("disiplin_pelaksana_tugas"))


def upaya(hukuman: int) -> str:
    """'keberatan' atau 'banding'."""
    return str(buku().tabel("disiplin_upaya")[NAMA[hukuman]])


def menunda(nama_upaya: str) -> bool:
    return str(buku().tabel("disiplin_upaya_menunda")[nama_upaya]) == "ya"


def beku_jabatan(pada: date) -> tuple[date, date] | None:
    """Masa larangan penggantian pejabat yang meliputi hari itu."""
    masa = ketentuan.buku(pada).tabel("disiplin_beku_jabatan")
    mulai, sampai = (date.fromisoformat(str(masa[k])) for k in ("mulai", "sampai"))
    return (mulai, sampai) if mulai <= pada <= sampai else None


def tenggat(kode: str, sejak: date) -> Any:
    """`Tenggat` lengkap dengan hari yang dilewati dan dasarnya. Galat: `MasukanSalah` bila liburnya belum ditetapkan."""
    b = buku()
    try:
        return hitung_tenggat(aturan_tenggat(kode, b), sejak, Kalender(b))
    except GalatAturan as galat:
        raise MasukanSalah(_("Tenggatnya belum dapat dihitung: %(s)s") % {"s": galat}, "tanggal") from None


@dataclass(frozen=True)
class Masa:
    """Kapan hukuman dijalani: `mulai` termasuk, `sampai` tidak; `akhiri` = hukuman lama yang dianggap selesai."""

    mulai: date
    sampai: date
    akhiri: RiwayatHukuman | None = None


def masa(p: Pegawai, hukuman: int, berlaku: date) -> Masa:
    """Yang lebih ringan menunggu hukuman yang sedang dijalani selesai; yang lebih berat langsung dan mengakhirinya."""
    b = buku()
    jalan = (
        RiwayatHukuman.objects.filter(subjek=p, ditutup=None, mulai__lt=berlaku, sampai__gt=berlaku)
        .order_by("-sampai")
        .first()
    )
    akhiri = None
    if jalan is not None and (kode := _kode(jalan.jenis)) is not None:
        masukan = {"hukuman": [NAMA[kode]], "hukuman_baru": [NAMA[hukuman]]}
        if int(hitung(disiplin.SUSUNAN, masukan, b, ["hukuman_baru_mulai"])["hukuman_baru_mulai"][0]):
            akhiri = jalan
        else:
            berlaku = jalan.sampai
    masukan = {"hukuman": [NAMA[hukuman]]}
    bulan = int(hitung(disiplin.SUSUNAN, masukan, b, ["lama_hukuman"])["lama_hukuman"][0])
    return Masa(berlaku, _selesai(berlaku, bulan), akhiri)


def _selesai(mulai: date, bulan: int) -> date:
    """Hari pertama sesudah dijalani; yang tidak berjangka selesai pada hari mulainya."""
    if not bulan:
        return mulai + timedelta(days=1)
    return dari_hari(int(tambah_bulan(tanggal_kolom(mulai), bulan)[0]))
