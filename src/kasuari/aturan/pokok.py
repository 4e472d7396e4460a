"""Pokok: daftar isi hukum. Satu pokok satu bagian hukum yang dapat dibaca, dicoba, dan digambar orang.

Dari sini `kasuari aturan`, halaman `/aturan/`, dan uji kelengkapan menemukan semua rumus dan parameter;
tidak ada daftar kedua. Pokok baru didaftarkan di `POKOK`; urutannya urutan bagi pembaca.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from . import (
    angka_kredit,
    cuti,
    disiplin,
    gaji,
    ip_asn,
    kgb,
    kompetensi,
    pangkat,
    pensiun,
    pph21,
    seleksi,
    skm,
    skp,
    tenggat,
    thr,
    tpp,
)
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
        "gaji",
        "Gaji dan tunjangan",
        "Slip gaji sebulan PNS, CPNS, PPPK, dan PPPK paruh waktu: tunjangan, iuran, pajak, dan yang dibayarkan.",
        gaji.SKEMA,
        ("tunjangan_", "iuran_", "slip_", "paruh_waktu_"),
    ),
    Pokok(
        "tpp",
        "Tambahan penghasilan pegawai",
        "TPP menurut kelas jabatan, kinerja, dan disiplin, dengan potongan dan pajaknya.",
        tpp.SKEMA,
        ("tpp_",),
    ),
    Pokok(
        "thr",
        "THR dan gaji ketiga belas",
        "Komponen gaji yang dibayarkan sekali lagi, tanpa iuran, menurut peraturan tahun itu.",
        {"": thr.SUSUNAN},
        ("thr_",),
    ),
    Pokok(
        "pph21",
        "Pajak penghasilan (PPh 21)",
        "Pajak sebulan, hitungan akhir tahun, dan pajak atas honorarium, upah harian, dan pensiun.",
        pph21.SKEMA,
        ("pph21_",),
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
    Pokok(
        "pangkat",
        "Kenaikan pangkat",
        "Kapan pangkat dapat naik dan apa syarat yang masih kurang.",
        {"": pangkat.SUSUNAN},
        ("kp_",),
    ),
    Pokok(
        "angka_kredit",
        "Angka kredit",
        "Angka kredit jabatan fungsional dari predikat kinerja, dan berapa yang masih kurang.",
        {"": angka_kredit.SUSUNAN},
        ("ak_",),
    ),
    Pokok(
        "skp",
        "Kinerja",
        "Predikat kinerja orang dan pola sebarannya di unit.",
        {"": skp.SUSUNAN},
        ("skp_",),
    ),
    Pokok(
        "kompetensi",
        "Kompetensi",
        "Kewajiban belajar setahun, kesenjangan kompetensi, dan kesesuaian dengan jabatan.",
        {"": kompetensi.SUSUNAN},
        ("bangkom_", "kompetensi_"),
    ),
    Pokok(
        "cuti",
        "Cuti",
        "Hak, sisa, dan hari terakhir setiap jenis cuti bagi PNS dan PPPK.",
        {"": cuti.SUSUNAN},
        ("cuti_",),
    ),
    Pokok(
        "disiplin",
        "Disiplin PNS",
        "Hukuman karena tidak masuk kerja, kapan berlaku, dan akibatnya.",
        {"": disiplin.SUSUNAN},
        ("disiplin_",),
    ),
    Pokok(
        "tenggat",
        "Tenggat dan hari libur",
        "Kapan paling lambat, dengan hari libur dan jeda.",
        {"": tenggat.SUSUNAN},
        ("tenggat_", "libur_"),
    ),
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
    Pokok(
        "perbaikan",
        "Perbaikan pelayanan",
        "Hasil mana yang wajib ditindaklanjuti, dan kapan perubahannya disebut membaik.",
        {},
        ("perbaikan_",),
    ),
    Pokok("surat", "Surat dan keputusan", "Cara menomori surat.", {}, ("surat_",)),
    Pokok(
        "usulan",
        "Usulan kepegawaian",
        "Siapa memaraf dan menandatangani keputusan, ke mana tembusannya, dan syarat tiap usulan.",
        {},
        ("usulan_",),
    ),
    Pokok("alur", "Alur kerja", "Kapan pengajuan yang lewat batas diingatkan.", {}, ("alur_",)),
    Pokok(
        "register",
        "Register pegawai",
        "Kedudukan yang dihitung aktif, bobot mutu data, batas membuka data pribadi, dan jangka melihat ke depan.",
        {},
        ("register_",),
    ),
    Pokok("impor", "Pemeriksaan berkas", "Batas kewajaran saat berkas kantor dibaca.", {}, ("impor_",)),
)
DAFTAR: Mapping[str, Pokok] = MappingProxyType({p.kode: p for p in POKOK})
