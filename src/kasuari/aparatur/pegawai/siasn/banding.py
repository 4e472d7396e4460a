"""Membandingkan data utama SIASN dengan register: fungsi murni dari dua baris. Tidak ada yang ditulis."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.pegawai.impor.kedudukan import kedudukan
from kasuari.aparatur.pegawai.models import Pegawai
from kasuari.aturan.golongan import GolonganTidakSah, normal_golongan


class Beda(NamedTuple):
    kolom: str
    kami: str
    siasn: str


def _tanggal(nilai: Any) -> str:
    """dd-mm-yyyy atau yyyy-mm-dd menjadi yyyy-mm-dd; yang tidak terbaca apa adanya."""
    teks = str(nilai or "").strip()[:10]
    for pola in ("%d-%m-%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(teks, pola).date().isoformat()  # noqa: DTZ007
        except ValueError:
            continue
    return teks


def _teks(nilai: Any) -> str:
    return " ".join(str(nilai if nilai is not None else "").upper().split())


def _golongan(nilai: Any) -> str:
    try:
        return normal_golongan(str(nilai)) if nilai else ""
    except GolonganTidakSah:
        return str(nilai)


def _hari(nilai: date | None) -> str:
    return nilai.isoformat() if nilai else ""


def _tk(nilai: Any) -> str:
    """S-1/Sarjana menjadi S1; SLTA sederajat menjadi SLTA."""
    teks = _teks(nilai).replace("-", "").split("/")[0].split()[0:1]
    return teks[0] if teks else ""


# kolom data-utama SIASN -> (judul, nilai kami, pembaku nilai SIASN)
KOLOM: dict[str, tuple[Any, Callable[[Pegawai], str], Callable[[Any], str]]] = {
    "nama": (_("Nama"), lambda p: _teks(p.orang.nama), _teks),
    "gelarDepan": (_("Gelar depan"), lambda p: _teks(p.orang.gelar_depan), _teks),
    "gelarBelakang": (_("Gelar belakang"), lambda p: _teks(p.orang.gelar_belakang), _teks),
    "tempatLahir": (_("Tempat lahir"), lambda p: _teks(p.tempat_lahir), _teks),
    "tglLahir": (_("Tanggal lahir"), lambda p: _hari(p.lahir), _tanggal),
    "tmtCpns": (_("TMT CPNS"), lambda p: _hari(p.tmt_cpns), _tanggal),
    "kedudukanPnsId": (
        _("Kedudukan"),
        lambda p: p.kini.kedudukan,
        lambda n: kedudukan(str(n or "")) or _teks(n),
    ),
    "golRuangAkhir": (_("Golongan"), lambda p: p.kini.golongan, _golongan),
    "tmtGolAkhir": (_("TMT golongan"), lambda p: _hari(p.kini.tmt_golongan), _tanggal),
    "mkTahun": (_("Masa kerja: tahun"), lambda p: str(p.kini.mk_bulan // 12), lambda n: str(n or 0)),
    "mkBulan": (_("Masa kerja: bulan"), lambda p: str(p.kini.mk_bulan % 12), lambda n: str(n or 0)),
    "jabatanNama": (_("Jabatan"), lambda p: _teks(p.kini.jabatan), _teks),
    "tmtJabatan": (_("TMT jabatan"), lambda p: _hari(p.kini.tmt_jabatan), _tanggal),
    "tkPendidikanTerakhir": (_("Pendidikan terakhir"), lambda p: _teks(p.kini.pendidikan), _tk),
    "tahunLulus": (_("Tahun lulus"), lambda p: str(p.kini.tahun_lulus or ""), lambda n: str(n or "")),
}
TIDAK_DITAMPILKAN = "nik"


def bandingkan(p: Pegawai, nik: str, data: Mapping[str, Any]) -> list[Beda]:
    """Kolom yang ada di jawaban SIASN dan nilainya lain. NIK hanya menampakkan empat angka terakhir."""
    hasil = []
    for kolom, (_judul, kami, baku) in KOLOM.items():
        if kolom not in data:
            continue
        a, b = kami(p), baku(data[kolom])
        if a != b:
            hasil.append(Beda(kolom, a[:250], b[:250]))
    lain = "".join(str(data.get("nik") or "").split())
    if lain and lain != nik:
        hasil.append(Beda(TIDAK_DITAMPILKAN, _ekor(nik), _ekor(lain)))
    return hasil


def _ekor(nik: str) -> str:
    return f"••••{nik[-4:]}" if nik else ""


def judul(kolom: str) -> Any:
    return KOLOM[kolom][0] if kolom in KOLOM else kolom.upper()
