"""Isian tiap langkah: diperiksa di sini, disimpan sebagai lembar. Setiap galat menyebut isian dan yang boleh."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from kasuari.aparatur.disiplin import hukum
from kasuari.aparatur.disiplin.models import AnggotaTim, Lembar, Pemeriksaan
from kasuari.aparatur.disiplin.siapa import PPK, Berwenang
from kasuari.aparatur.pegawai.models import Pegawai, PegawaiKini, RiwayatKeluarga
from kasuari.aturan.disiplin import NAMA
from kasuari.dasar.alur.siapa import pemegang, pos_atasan
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.rupa.bentuk import tanggal, tanggal_naskah

Isi = Mapping[str, Any]
CARA = {
    "langsung": "diserahkan langsung dan diterima",
    "menolak": "diserahkan langsung, yang bersangkutan menolak menerima",
    "alamat": "dikirim ke alamat terakhir yang tercatat",
}


def dugaan(p: Pemeriksaan) -> hukum.Dugaan:
    """Sangkaan menurut laporan, dengan dampak dan ulangan menurut pemeriksaan bila sudah ada."""
    lapor = Lembar.objects.get(pemeriksaan=p, aksi="lapor").isi
    periksa = Lembar.objects.filter(pemeriksaan=p, aksi__in=("bap", "mangkir")).order_by("jejak_id").last()
    baru = periksa.isi if periksa else {}
    return hukum.Dugaan(
        lapor["pelanggaran"], baru.get("dampak") or lapor["dampak"], lapor["hari"], lapor["sebelum"], lapor["berturut"],
        bool(baru.get("berulang", False)),
    )  # fmt: skip


def _teks(isi: Isi, kolom: str, pesan: str) -> str:
    nilai = str(isi.get(kolom) or "").strip()
    if not nilai:
        raise MasukanSalah(pesan, kolom)
    return nilai


def _panggilan(p: Pemeriksaan, isi: Isi) -> dict[str, Any]:
    pada = isi.get("tanggal")
    if not isinstance(pada, date):
        raise MasukanSalah(_("Isi hari pemeriksaan."), "tanggal")
    awal = hukum.tenggat("disiplin_panggilan_awal", hari_ini())
    akhir = hukum.tenggat("disiplin_panggilan", hari_ini())
    if not awal.jatuh_tempo <= pada <= akhir.jatuh_tempo:
        raise MasukanSalah(
            _("Pemeriksaan antara %(a)s dan %(b)s: memberi waktu bersiap, dan tidak melewati batas %(d)s.")
            % {"a": tanggal(awal.jatuh_tempo), "b": tanggal(akhir.jatuh_tempo), "d": akhir.aturan.dasar},
            "tanggal",
        )
    jam = _teks(isi, "jam", _("Isi jamnya, contoh 09.00."))
    if not re.fullmatch(r"([01]\d|2[0-3])[.:][0-5]\d", jam):
        raise MasukanSalah(_("Tulis jam dengan empat angka, contoh 09.00."), "jam")
    return {
        "tanggal": pada.isoformat(), "tanggal_teks": tanggal_naskah(pada), "jam": jam.replace(":", "."),
        "tempat": _teks(isi, "tempat", _("Isi tempat pemeriksaan.")),
    }  # fmt: skip


def _sudah_hari(p: Pemeriksaan) -> None:
    if p.panggilan is not None and hari_ini() < p.panggilan:
        raise MasukanSalah(
            _("Hari pemeriksaannya %(t)s. Hadir atau tidaknya dicatat mulai hari itu.")
            % {"t": tanggal(p.panggilan)}
        )


def _hadir(p: Pemeriksaan, isi: Isi) -> dict[str, Any]:
    _sudah_hari(p)
    return {}


def _tidak_hadir(p: Pemeriksaan, isi: Isi) -> dict[str, Any]:
    _sudah_hari(p)
    return _panggilan(p, isi)


def _hasil(p: Pemeriksaan, isi: Isi) -> dict[str, Any]:
    """Dampak dan ulangan menurut pemeriksa; tingkat hukumannya ditimbang dari sini."""
    d = dugaan(p)
    baru = replace(d, dampak=str(isi.get("dampak") or d.dampak), berulang=bool(isi.get("berulang")))
    hukum.timbang(p.pegawai, baru)
    return {"dampak": baru.dampak, "berulang": baru.berulang}


def _mangkir(p: Pemeriksaan, isi: Isi) -> dict[str, Any]:
    _sudah_hari(p)
    return {"catatan": _teks(isi, "catatan", _("Tulis bukti dan keterangan yang ada.")), **_hasil(p, isi)}


def tanya_jawab(teks: str) -> list[list[str]]:
    """'T: ...' lalu 'J: ...', berulang. Galat: `MasukanSalah` menyebut barisnya."""
    hasil: list[list[str]] = []
    for n, baris in enumerate(teks.splitlines(), 1):
        isi = baris.strip()
        if not isi:
            continue
        tanda, sisa = isi[:2].upper(), isi[2:].strip()
        if tanda == "T:" and sisa and (not hasil or hasil[-1][1]):
            hasil.append([sisa, ""])
        elif tanda == "J:" and sisa and hasil and not hasil[-1][1]:
            hasil[-1][1] = sisa
        elif tanda not in {"T:", "J:"} and hasil:
            hasil[-1][1 if hasil[-1][1] else 0] += f" {isi}"
        else:
            raise MasukanSalah(
                _("Baris %(n)s: tulis pertanyaan dengan T: lalu jawabannya dengan J: di baris sesudahnya.")
                % {"n": n},
                "tanya_jawab",
            )
    if not hasil or not hasil[-1][1]:
        raise MasukanSalah(_("Tulis tanya jawabnya: tiap T: diikuti J:."), "tanya_jawab")
    return hasil


def _bap(p: Pemeriksaan, isi: Isi) -> dict[str, Any]:
    return {
        "tanya_jawab": tanya_jawab(str(isi.get("tanya_jawab") or "")),
        "kesimpulan": _teks(isi, "kesimpulan", _("Tulis kesimpulan pemeriksaan.")), **_hasil(p, isi),
    }  # fmt: skip


def _tanggapan(p: Pemeriksaan, isi: Isi) -> dict[str, Any]:
    return {"tanggapan": str(isi.get("tanggapan") or "").strip()}


def _hukuman(p: Pemeriksaan, isi: Isi, paling: int | None = None) -> dict[str, Any]:
    """Jenis hukuman di dalam yang boleh; `paling`: tidak lebih berat daripada rancangan yang sudah ditanggapi."""
    boleh = tuple(k for k in hukum.timbang(p.pegawai, dugaan(p)).boleh if paling is None or k <= paling)
    kode = isi.get("hukuman")
    if kode not in boleh:
        raise MasukanSalah(
            _("Hukuman yang boleh di sini: %(p)s.") % {"p": ", ".join(NAMA[k] for k in boleh)}, "hukuman"
        )
    return {"hukuman": kode, "pertimbangan": _teks(isi, "pertimbangan", _("Tulis pertimbangannya."))}


def _lepas_jabatan(isi: Isi, kode: int) -> dict[str, Any]:
    if kode not in hukum.LEPAS_JABATAN:
        return {}
    return {
        "dasar_lepas": _teks(isi, "dasar_lepas", _("Isi dasar hukum pelepasan jabatannya.")),
        "imut": _teks(isi, "imut", _("Isi nomor rujukan I-MUT. Tanpanya jabatan tidak dapat dilepas.")),
    }


def _usul(p: Pemeriksaan, isi: Isi) -> dict[str, Any]:
    return _hukuman(p, isi)


def _jatuhkan(p: Pemeriksaan, isi: Isi) -> dict[str, Any]:
    hasil = _hukuman(p, isi, p.hukuman)
    lepas = _lepas_jabatan(isi, hasil["hukuman"])
    if lepas and (masa := hukum.beku_jabatan(hari_ini())) and not isi.get("izin_mendagri"):
        raise MasukanSalah(
            _(
                "Hari ini di dalam masa larangan penggantian pejabat (%(a)s sampai %(b)s, UU 10/2016 Pasal 71). Isi nomor persetujuan Mendagri."
            )
            % {"a": tanggal(masa[0]), "b": tanggal(masa[1])},
            "izin_mendagri",
        )
    return {**hasil, **lepas, "izin_mendagri": str(isi.get("izin_mendagri") or "").strip()}


def _tim(p: Pemeriksaan, isi: Isi) -> dict[str, Any]:
    if not isi.get("keluarga"):
        raise MasukanSalah(
            _("Nyatakan bahwa tidak ada anggota yang berkeluarga dengan yang diperiksa."), "keluarga"
        )
    unsur = AnggotaTim.Unsur.values
    if isi.get("ketua") not in unsur:
        raise MasukanSalah(_("Pilih ketuanya."), "ketua")
    anggota = {u: _anggota(p, str(isi.get(u) or ""), u) for u in unsur}
    if len(set(anggota.values())) != len(unsur):
        raise MasukanSalah(
            _("Satu orang hanya mengisi satu unsur. Pilih tiga orang yang berbeda."), "kepegawaian"
        )
    s = Berwenang().sasaran(p.kasus)
    if s != PPK and {x.orang_id for x in pemegang([s.pos_id])[s.pos_id]} & set(anggota.values()):  # type: ignore[list-item, index]
        raise MasukanSalah(_("Pejabat yang akan memutuskan tidak menjadi anggota tim."), "atasan")
    return {"anggota": anggota, "ketua": isi["ketua"]}


def _anggota(p: Pemeriksaan, nip: str, unsur: str) -> int:
    """Id orang anggota. Galat: `MasukanSalah` bila NIP asing, pangkatnya lebih rendah, pelapor, atau keluarga."""
    k = (
        PegawaiKini.objects.select_related("pegawai__orang")
        .filter(nip="".join(nip.split()), aktif=True)
        .first()
    )
    if k is None:
        raise MasukanSalah(_("NIP ini bukan pegawai aktif. Periksa lagi angkanya."), unsur)
    orang = k.pegawai.orang
    if orang.id in {p.pegawai.orang_id, p.pelapor_id}:
        raise MasukanSalah(
            _("%(n)s pelapor atau yang diperiksa, jadi tidak boleh menjadi anggota.")
            % {"n": orang.nama_gelar},
            unsur,
        )
    if k.golongan_urut < p.pegawai.kini.golongan_urut:
        raise MasukanSalah(
            _("Pangkat %(n)s (%(a)s) lebih rendah daripada yang diperiksa (%(b)s). Pilih orang lain.")
            % {"n": orang.nama_gelar, "a": k.golongan or "-", "b": p.pegawai.kini.golongan or "-"},
            unsur,
        )
    if unsur == AnggotaTim.Unsur.ATASAN and not any(
        orang.id == x.orang_id for isi in pemegang(pos_atasan(p.kasus)).values() for x in isi
    ):
        raise MasukanSalah(_("%(n)s bukan atasan yang diperiksa.") % {"n": orang.nama_gelar}, unsur)
    if berkeluarga(p.pegawai, k.pegawai):
        raise MasukanSalah(
            _("%(n)s tercatat sebagai keluarga yang diperiksa.") % {"n": orang.nama_gelar}, unsur
        )
    return int(orang.id)


def berkeluarga(a: Pegawai, b: Pegawai) -> bool:
    """Apakah nama (dan tanggal lahir, bila tercatat) salah satunya ada di riwayat keluarga yang lain."""
    for punya, orang in ((a, b), (b, a)):
        for k in RiwayatKeluarga.objects.filter(subjek=punya, ditutup=None):
            sama = k.nama.split(",")[0].casefold().strip() == orang.orang.nama.casefold().strip()
            if sama and k.lahir in {None, orang.lahir}:
                return True
    return False


def _sampaikan(p: Pemeriksaan, isi: Isi) -> dict[str, Any]:
    pada = isi.get("diterima")
    if p.sk is None or p.sk.status != p.sk.Status.DITANDATANGANI:
        raise MasukanSalah(_("Keputusannya belum selesai ditandatangani. Tunggu sebentar, lalu coba lagi."))
    if not isinstance(pada, date) or not p.sk.tanggal <= pada <= hari_ini():
        raise MasukanSalah(
            _("Hari diterima antara tanggal keputusan (%(a)s) dan hari ini.") % {"a": tanggal(p.sk.tanggal)},
            "diterima",
        )
    if isi.get("cara") not in CARA:
        raise MasukanSalah(_("Pilih cara penyampaiannya."), "cara")
    return {"diterima": pada.isoformat(), "cara": isi["cara"], "cara_teks": CARA[isi["cara"]]}


def _uraian(p: Pemeriksaan, isi: Isi) -> dict[str, Any]:
    return {"uraian": _teks(isi, "uraian", _("Tulis keberatan Anda."))}


def _jawab(p: Pemeriksaan, isi: Isi) -> dict[str, Any]:
    return {"tanggapan": _teks(isi, "tanggapan", _("Tulis tanggapan Anda."))}


def _putusan_upaya(p: Pemeriksaan, isi: Isi) -> dict[str, Any]:
    hasil = {"pertimbangan": _teks(isi, "pertimbangan", _("Tulis pertimbangannya.")), "nomor": ""}
    if p.kasus.keadaan == "banding":
        hasil["nomor"] = _teks(isi, "nomor", _("Isi nomor dan tanggal keputusan BPASN."))
    return hasil


def _ubah(p: Pemeriksaan, isi: Isi) -> dict[str, Any]:
    kode = isi.get("hukuman")
    if kode not in NAMA or kode == p.hukuman:
        raise MasukanSalah(_("Pilih hukuman lain daripada yang sekarang."), "hukuman")
    return {"hukuman": kode, **_putusan_upaya(p, isi)}


PERIKSA: dict[str, Callable[[Pemeriksaan, Isi], dict[str, Any]]] = {
    "panggil": _panggilan, "hadir": _hadir, "tidak_hadir": _tidak_hadir, "mangkir": _mangkir, "bap": _bap,
    "tanda_tangan": _tanggapan, "menolak": _tanggapan, "usulkan": _usul, "bentuk": _tim, "rekomendasi": _usul,
    "jawab": _jawab, "jatuhkan": _jatuhkan, "sampaikan": _sampaikan, "keberatan": _uraian, "banding": _uraian,
    "kuatkan": _putusan_upaya, "batalkan": _putusan_upaya, "ubah": _ubah,
}  # fmt: skip
BERBUKTI = frozenset({"jawab", "keberatan", "banding", "bap"})


def periksa(p: Pemeriksaan, aksi: str, isi: Isi) -> dict[str, Any]:
    """Isian bersih satu langkah; langkah tanpa isian memberi kamus kosong."""
    return PERIKSA[aksi](p, isi) if aksi in PERIKSA else {}


def lapor(p: Pegawai, isi: Isi) -> tuple[dict[str, Any], hukum.Timbangan]:
    """Isian laporan dan timbangannya. Galat: `MasukanSalah`."""
    hukum.pastikan_pns(p)
    pada = isi.get("kejadian")
    if not isinstance(pada, date) or not p.lahir < pada <= hari_ini():
        raise MasukanSalah(_("Hari kejadian tidak boleh sesudah hari ini."), "kejadian")
    d = hukum.Dugaan(
        tuple(isi.get("pelanggaran") or ()), str(isi.get("dampak") or ""), isi.get("hari"), isi.get("sebelum") or 0,
        bool(isi.get("berturut")),
    )  # fmt: skip
    timbangan = hukum.timbang(p, d)
    bersih = {
        "pelanggaran": list(d.pelanggaran), "dampak": d.dampak, "hari": d.hari, "sebelum": d.sebelum, "berturut": d.berturut,
        "kejadian": pada.isoformat(), "fakta": _teks(isi, "fakta", _("Tulis apa yang terjadi.")),
    }  # fmt: skip
    return bersih, timbangan
