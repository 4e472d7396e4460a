"""Orang-orang rekaan: identitas, pos, dan jenis kepegawaian. Karier mereka disusun `karier.py`."""

from dataclasses import dataclass, field
from datetime import date
from random import Random

from kasuari.contoh import nama
from kasuari.contoh.kota import Kota

# Bagian pegawai menurut guna pos (asumsi; sorong.md: guru 35 %, kesehatan 20 %).
BAGIAN = (("guru", 0.35), ("perawat", 0.11), ("bidan", 0.07), ("dokter", 0.02))
SISA = ("pelaksana", "penelaah", "pengolah")
# Jenis ASN menurut guna: (pns, pppk, pppk_pw, cpns), persen. Jumlah kota ditimbang ke 3.700 / 900 / 276.
JENIS = {
    "guru": (72, 25, 1, 2),
    "nakes": (70, 26, 1, 3),
    "pelaksana": (70, 8, 18, 4),
    "struktural": (100, 0, 0, 0),
}
KOSONG_NIK, KOSONG_EMAIL = 0.06, 0.35
HAMPIR_PENSIUN = 14  # satu dari sekian kursi guru dipegang orang yang pensiun dalam setahun
KOSONG = 8  # kursi struktural yang selalu dibiarkan kosong
WILAYAH_NIK = ("927101", "927102", "927103", "927104", "927105", "927106")


@dataclass
class Rekaan:
    """Seorang pegawai rekaan sebelum dicatat."""

    nama: str
    jk: str
    lahir: date
    tmt: date
    jenis: str
    pos: str
    guna: str
    pendidikan: str
    gelar: str
    nip: str
    nik: str
    email: str
    struktural: bool = False
    jabatan: str = ""
    jenis_pos: str = ""
    eselon: str = ""
    didik_pos: str = ""
    tanda: str = ""  # kunci peran demo, bila ada
    fakta: dict[str, list] = field(default_factory=dict)


class Penomor:
    """NIP dan NIK yang tidak pernah kembar."""

    def __init__(self) -> None:
        self._nip: dict[str, int] = {}
        self._nik: dict[str, int] = {}

    def nip(self, lahir: date, tmt: date, jk: str, jenis: str) -> str:
        tengah = (
            f"{tmt:%Y%m}" if jenis in {"pns", "cpns"} else f"{tmt:%Y}{'24' if jenis == 'pppk_pw' else '21'}"
        )
        awal = f"{lahir:%Y%m%d}{tengah}{'1' if jk == 'L' else '2'}"
        self._nip[awal] = self._nip.get(awal, 0) + 1
        return f"{awal}{self._nip[awal]:03d}"

    def nik(self, acak: Random, lahir: date, jk: str) -> str:
        hari = lahir.day + (40 if jk == "P" else 0)
        awal = f"{acak.choice(WILAYAH_NIK)}{hari:02d}{lahir:%m%y}"
        self._nik[awal] = self._nik.get(awal, 0) + 1
        return f"{awal}{self._nik[awal]:04d}"


def susun(kota: Kota, banyak: int, per: date, acak: Random) -> list[Rekaan]:
    """`banyak` orang yang mengisi pos: pimpinan dulu, lalu guru, nakes, dan pelaksana menurut bagiannya."""
    pos = {p.kode: p for p in kota.pos}
    nomor = Penomor()
    antre: list[tuple[str, str]] = []
    for guna in (
        "sekda",
        "kepala_opd",
        *(g for g in kota.guna if g.startswith("umpeg:")),
        "kepala_sekolah",
        "kepala_puskesmas",
        "lurah",
        "layanan",
    ):
        antre += [(guna, k) for k in kota.guna[guna]]
    antre += [(g, k) for g in kota.guna if g.startswith("jf:") for k in kota.guna[g]]
    struktural = [("struktural", k) for k in kota.guna["struktural"]]
    acak.shuffle(struktural)
    struktural = struktural[KOSONG:]
    antre += struktural[: max(0, banyak // 3 - len(antre))]
    sisa = banyak - len(antre)
    for guna, bagian in BAGIAN:
        antre += _bagikan(kota, guna, int(sisa * bagian), pos)
    n = 0
    while len(antre) < banyak:
        antre += _bagikan(
            kota, SISA[n % 3], min(200 if n % 3 == 0 else 80, banyak - len(antre)), pos, geser=n
        )
        n += 1
    hampir = {
        kode for n, (guna, kode) in enumerate(antre[:banyak]) if guna == "guru" and n % HAMPIR_PENSIUN == 0
    }
    return [_orang(guna, pos[kode], per, acak, nomor, kode in hampir) for guna, kode in antre[:banyak]]


def _bagikan(kota: Kota, guna: str, banyak: int, pos: dict, geser: int = 0) -> list[tuple[str, str]]:
    """Mengisi pos satu guna berkeliling menurut formasinya, sampai `banyak` orang."""
    kode = kota.guna[guna]
    kode = kode[geser % len(kode) :] + kode[: geser % len(kode)]
    hasil: list[tuple[str, str]] = []
    putaran = 0
    while len(hasil) < banyak:
        baru = [(guna, k) for k in kode if pos[k].formasi > putaran % 40]
        hasil += baru[: banyak - len(hasil)]
        putaran += 1
    return hasil


def _golongan_guna(guna: str) -> str:
    if guna in {"guru"}:
        return "guru"
    if guna in {"perawat", "bidan", "dokter"}:
        return "nakes"
    return "pelaksana" if guna in {*SISA, "layanan"} else "struktural"


def _orang(guna: str, p, per: date, acak: Random, nomor: Penomor, hampir: bool) -> Rekaan:  # type: ignore[no-untyped-def]
    kelompok = _golongan_guna(guna)
    (jenis,) = acak.choices(("pns", "pppk", "pppk_pw", "cpns"), JENIS[kelompok])
    perempuan = 0.62 if kelompok in {"guru", "nakes"} else 0.45
    jk = "P" if acak.random() < (0.98 if guna == "bidan" else perempuan) else "L"
    didik = p.pendidikan_minimal or "SLTA"
    if acak.random() < 0.12:
        didik = {"SLTA": "S1", "D3": "S1", "S1": "S2"}.get(didik, didik)
    senior = p.jenis in {"jpt", "administrator"} or "Madya" in p.jenjang
    if senior:
        jenis = "pns"  # jenjang setinggi itu dicapai sesudah belasan tahun
    usia = acak.triangular(42, 57, 50) if senior else acak.triangular(24, 57.5, 39)
    if jenis in {"cpns", "pppk_pw"}:
        usia = acak.triangular(23, 45, 29)
    if hampir:
        jenis, usia = "pns", 59.1
    lahir = date.fromordinal(per.toordinal() - int(usia * 365.25) - acak.randrange(300))
    masuk = max(lahir.year + acak.randint(22, 29), 1990)
    if jenis == "pppk":
        masuk = acak.choice((2021, 2022, 2023, 2024, 2025))
    elif jenis == "pppk_pw":
        masuk = 2025
    elif jenis == "cpns":
        masuk = per.year
    tmt = date(
        min(masuk, per.year),
        1 if jenis == "cpns" else acak.choice((3, 4, 12) if masuk < per.year - 1 else (1, 3)),
        1,
    )
    if senior:
        tmt = min(tmt, date(per.year - 17, 3, 1))
    bidang = (
        guna
        if guna in {"guru", "perawat", "bidan", "dokter"}
        else ("guru" if guna == "kepala_sekolah" else "")
    )
    nama_ = nama.nama(acak, jk)
    punya_email = acak.random() >= KOSONG_EMAIL
    return Rekaan(
        nama_, jk, lahir, tmt, jenis, p.kode, guna, didik, nama.gelar(acak, didik, bidang),
        nomor.nip(lahir, tmt, jk, jenis), "" if acak.random() < KOSONG_NIK else nomor.nik(acak, lahir, jk),
        f"{nama_.lower().replace(' ', '.')}.{len(nomor._nip)}@contoh.test" if punya_email else "",
        struktural=kelompok == "struktural", jabatan=p.nama, jenis_pos=p.jenis, eselon=p.eselon,
        didik_pos=p.pendidikan_minimal,
    )  # fmt: skip
