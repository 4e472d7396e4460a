"""Pokok: daftar isi hukum. Satu pokok satu bagian hukum yang dapat dibaca, dicoba, dan digambar orang.

Dari sini `kasuari aturan`, halaman `/aturan/`, dan uji kelengkapan menemukan semua rumus dan parameter;
tidak ada daftar kedua. Pokok baru didaftarkan di `POKOK`; urutannya urutan bagi pembaca.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from . import ip_asn, kgb, pensiun, seleksi, skm
from .buku import Parameter
from .parameter import semua
from .rumus import Rumus, Susunan


@dataclass(frozen=True, slots=True)
class Pokok:
    """Satu bagian hukum. `susunan`: nama skema -> rumus-rumusnya ('' bila hanya satu).

    `parameter`: awalan kode parameter miliknya; setiap parameter dimiliki tepat satu pokok.
    """

    kode: str
    judul: str
    ringkas: str
    susunan: Mapping[str, Susunan]
    parameter: tuple[str, ...]

    def rumus(self) -> Iterator[tuple[str, Rumus]]:
        """(skema, rumus) untuk setiap rumus pokok ini."""
        for skema, susunan in self.susunan.items():
            for r in susunan.rumus:
                yield skema, r

    def parameter_milik(self) -> dict[str, Parameter]:
        """Parameter pokok ini menurut kode."""
        return {k: p for k, p in semua().items() if k.startswith(self.parameter)}


POKOK = (
    Pokok(
        "kgb",
        "Kenaikan gaji berkala",
        "Kapan gaji pokok naik karena masa kerja, dan menjadi berapa.",
        {"": kgb.SUSUNAN},
        ("gaji_pokok_", "kgb_", "mkg_"),
    ),
    Pokok(
        "pensiun",
        "Pensiun",
        "Batas usia pensiun menurut jabatan, TMT pensiun, dan masa persiapannya.",
        {"": pensiun.SUSUNAN},
        ("bup_", "pensiun_"),
    ),
    Pokok(
        "ip_asn",
        "Indeks Profesionalitas ASN",
        "Kualifikasi, kompetensi, kinerja, dan disiplin menjadi satu angka.",
        ip_asn.SKEMA,
        ("ip_asn_",),
    ),
    Pokok("pangkat", "Kenaikan pangkat", "Kapan pangkat dapat naik dan apa syaratnya.", {}, ("kp_",)),
    Pokok("skp", "Kinerja", "Predikat kinerja dan kewajiban belajar setahun.", {}, ("skp_", "bangkom_")),
    Pokok(
        "seleksi",
        "Seleksi calon ASN",
        "Nilai ambang, nilai akhir, peringkat, dan pengisian formasi.",
        {
            "cpns": seleksi.SUSUNAN_CPNS,
            "kedinasan": seleksi.SUSUNAN_KEDINASAN,
            "integrasi": seleksi.SUSUNAN_INTEGRASI,
        },
        ("seleksi_",),
    ),
    Pokok(
        "skm",
        "Survei kepuasan masyarakat",
        "Indeks kepuasan (IKM), mutu, dan jumlah responden yang diperlukan.",
        {**skm.SUSUNAN, "ikm": skm.SUSUNAN_IKM, "sampel": skm.SUSUNAN_SAMPEL},
        ("skm_",),
    ),
    Pokok(
        "ketentuan",
        "Ketentuan daerah",
        "Bagaimana daerah menetapkan sendiri nilai yang boleh ditetapkannya.",
        {},
        ("ketentuan_",),
    ),
    Pokok("impor", "Pemeriksaan berkas", "Batas kewajaran saat berkas kantor dibaca.", {}, ("impor_",)),
)
DAFTAR: Mapping[str, Pokok] = MappingProxyType({p.kode: p for p in POKOK})
