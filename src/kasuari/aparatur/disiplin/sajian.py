"""Bahan tampilan disiplin: isi tiap lembar menurut pembacanya, jejak dengan pasalnya, surat, dan ringkasan."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from kasuari.aparatur.disiplin import hukum, selectors
from kasuari.aparatur.disiplin.isian import dugaan
from kasuari.aparatur.disiplin.models import (
    SEBUT_TINGKAT,
    SK,
    BebasSementara,
    Lembar,
    Pemeriksaan,
    SuratPemeriksaan,
)
from kasuari.aparatur.disiplin.selectors import PELAPOR, PENGAWAS, PENUH, TERPERIKSA, BarisIkhtisar
from kasuari.aturan.disiplin import NAMA
from kasuari.dasar.alur import sajian as alur_sajian
from kasuari.dasar.alur import selectors as alur
from kasuari.dasar.alur.sajian import NADA
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.rupa.bahan import Angka, Butir, Jawaban, Langkah, Saat
from kasuari.dasar.rupa.bentuk import angka, jam, tanggal

# Isian lembar yang ditampilkan, urut, dengan sebutannya; selain ini tidak tampil.
SEBUT = {
    "fakta": lambda: _("Apa yang terjadi"), "tanggal_teks": lambda: _("Hari pemeriksaan"), "jam": lambda: _("Jam"),
    "tempat": lambda: _("Tempat pemeriksaan"), "catatan": lambda: _("Bukti dan keterangan yang ada"),
    "kesimpulan": lambda: _("Kesimpulan pemeriksaan"), "tanggapan": lambda: _("Tanggapan"),
    "pertimbangan": lambda: _("Pertimbangan"), "dasar_lepas": lambda: _("Dasar hukum pelepasan jabatan"),
    "imut": lambda: _("Nomor rujukan I-MUT"), "izin_mendagri": lambda: _("Nomor persetujuan Mendagri"),
    "cara_teks": lambda: _("Cara penyampaian"), "uraian": lambda: _("Keberatan"), "nomor": lambda: _("Keputusan BPASN"),
    "pendapat": lambda: _("Pendapat"),
}  # fmt: skip
# Rancangan hukuman dibaca yang diperiksa sejak tahap hak jawab, tidak lebih dulu.
SEBELUM_RANCANGAN = frozenset({"usul", "tim", "tim_periksa"})


def judul(aksi: str) -> str:
    return {
        "lapor": _("Laporan"), "panggil": _("Panggilan I"), "tidak_hadir": _("Panggilan II"), "mangkir": _("Tidak hadir dua kali"),
        "bap": _("Berita acara pemeriksaan"), "tanda_tangan": _("Tanda tangan berita acara"), "menolak": _("Menolak menandatangani"),
        "usulkan": _("Rancangan hukuman"), "rekomendasi": _("Rancangan menurut tim pemeriksa"), "bentuk": _("Tim pemeriksa"),
        "pendapat": _("Pendapat anggota tim"), "jawab": _("Tanggapan atas rancangan"), "jatuhkan": _("Keputusan"),
        "sampaikan": _("Penyampaian"), "keberatan": _("Keberatan"), "banding": _("Banding"), "kuatkan": _("Putusan: dikuatkan"),
        "ubah": _("Putusan: diubah"), "batalkan": _("Putusan: dibatalkan"),
    }.get(aksi, "")  # fmt: skip


def butir(p: Pemeriksaan, pandang: str = PENUH) -> Butir:
    tahap = alur.proses(p.kasus).menurut_kode[p.kasus.keadaan]
    nama = _("Pemeriksaan disiplin") if pandang == TERPERIKSA else p.pegawai.orang.nama_gelar
    return Butir(
        nama, reverse("disiplin:satu", args=[p.id]), tahap.judul, NADA[tahap.umum], str(tanggal(p.dibuat))
    )


def _lapor(p: Pemeriksaan, isi: dict[str, Any]) -> list[Jawaban]:
    hasil = [
        Jawaban(
            _("Diduga melanggar"),
            "; ".join(f"{x} ({hukum.pasal_pelanggaran(x)})" for x in isi["pelanggaran"]),
        ),
        Jawaban(_("Hari kejadian terakhir"), tanggal_iso(isi["kejadian"])),
        Jawaban(_("Dampaknya bagi"), isi["dampak"]),
    ]
    if isi["hari"] is not None:
        hasil.append(Jawaban(_("Hari kerja tidak masuk"), angka(isi["hari"] + isi["sebelum"])))
    return hasil


def tanggal_iso(teks: str) -> str:
    return tanggal(date.fromisoformat(teks))


def bagian(p: Pemeriksaan, pandang: str) -> list[dict[str, Any]]:
    """Lembar yang boleh dibaca, yang terbaru di atas: judul, isi, tanya jawab, dan alamat buktinya."""
    hasil = []
    for x in selectors.lembar(p):
        if not judul(x.aksi) or not selectors.boleh_isi(pandang, x.aksi) or _belum_terbuka(p, x, pandang):
            continue
        isi = x.isi
        baris = _lapor(p, isi) if x.aksi == "lapor" else []
        if "hukuman" in isi:
            baris.append(Jawaban(_("Jenis hukuman"), NAMA[isi["hukuman"]]))
        if "diterima" in isi:
            baris.append(Jawaban(_("Diterima"), tanggal_iso(isi["diterima"])))
        if x.aksi == "bentuk":
            baris += [
                Jawaban(a.get_unsur_display(), _anggota(a))
                for a in p.tim.select_related("orang").order_by("-ketua", "id")
            ]
        baris += [Jawaban(sebut(), isi[k]) for k, sebut in SEBUT.items() if isi.get(k)]
        if x.aksi == "pendapat" and x.oleh is not None:
            baris.insert(0, Jawaban(_("Dari"), x.oleh.nama_gelar))
        hasil.append(
            {"judul": judul(x.aksi), "isi": baris, "tanya": isi.get("tanya_jawab", []), "kunci": f"l-{x.urut or x.id}",
             "bukti": reverse("disiplin:bukti", args=[p.id, x.id]) if x.lampiran_id else ""}
        )  # fmt: skip
    return hasil[::-1]


def _anggota(a: Any) -> str:
    return _("%(n)s (ketua)") % {"n": a.orang.nama_gelar} if a.ketua else str(a.orang.nama_gelar)


def _belum_terbuka(p: Pemeriksaan, x: Lembar, pandang: str) -> bool:
    """Usul baru dibaca yang diperiksa bersama kesempatan menanggapinya."""
    if pandang != TERPERIKSA:
        return False
    if x.aksi in {"usulkan", "rekomendasi", "bentuk"} and p.kasus.keadaan in SEBELUM_RANCANGAN:
        return x.aksi != "bentuk"
    # keputusan dibaca sejak disampaikan: hari itu pula masa keberatannya mulai
    return x.aksi == "jatuhkan" and p.diterima is None


def keputusan(p: Pemeriksaan) -> list[Jawaban]:
    """Hukuman, kapan diterima, kapan berlaku, dan upaya yang tersedia; kosong sebelum disampaikan."""
    if p.diterima is None or p.hukuman is None:
        return []
    hasil = [
        Jawaban(_("Hukuman"), f"{NAMA[p.hukuman]} ({SEBUT_TINGKAT[p.tingkat or 0].lower()})"),
        Jawaban(_("Diterima"), tanggal(p.diterima)),
        Jawaban(_("Mulai berlaku"), tanggal(p.berlaku)),
    ]
    if p.idis.exists():
        belum = p.idis.filter(dikirim=None).exists()
        hasil.append(Jawaban(_("I'Dis BKN"), _("belum dikirim") if belum else _("terkirim")))
    return hasil


def kenapa(p: Pemeriksaan, pandang: str) -> list[Langkah]:
    """Dari mana tingkat dan jenisnya, pejabatnya, dan kapan berlakunya."""
    if pandang not in {PENUH, TERPERIKSA}:
        return []
    t = hukum.timbang(p.pegawai, dugaan(p))
    hasil = [
        Langkah(
            x.nama,
            angka(x.nilai) if isinstance(x.nilai, int) else x.nilai or _("tidak ada"),
            "",
            x.dasar,
            x.keyakinan == "sumber",
        )
        for x in t.langkah
    ]
    b = hukum.buku().versi("disiplin_dampak")
    hasil.append(
        Langkah(
            _("Tingkat hukuman"),
            SEBUT_TINGKAT[t.tingkat],
            _("menurut dampaknya atau banyaknya hari"),
            b.dasar,
            b.yakin() == "sumber",
        )
    )
    hasil.append(Langkah(_("Hukuman yang mungkin"), "; ".join(NAMA[k] for k in t.boleh)))
    if p.diterima is not None:
        x = hukum.tenggat("disiplin_berlaku", p.diterima)
        cara = _("hari kerja ke-%(n)s sesudah %(t)s") % {"n": x.aturan.lama, "t": tanggal(p.diterima)}
        hasil.append(
            Langkah(_("Mulai berlaku"), tanggal(x.jatuh_tempo), cara,
                    x.dasar, x.keyakinan == "sumber")
        )  # fmt: skip
    return hasil


def sisa(p: Pemeriksaan) -> Angka | None:
    """Sisa hari menanggapi atau mengajukan upaya, bagi yang diperiksa."""
    k = alur.keterangan(p.kasus)
    if k.tenggat is None or k.umum != "perlu":
        return None
    hari = max(0, (k.tenggat - hari_ini()).days)
    return Angka(
        _("Sisa waktu Anda"),
        angka(hari),
        _("hari, sampai %(t)s") % {"t": tanggal(k.tenggat)},
        nada="ingat",
    )


def bebas(p: Pemeriksaan) -> str:
    x = BebasSementara.objects.filter(pemeriksaan=p, ditutup=None).order_by("-mulai").first()
    if x is None:
        return ""
    if x.sampai is None:
        return _("Dibebaskan sementara dari tugas jabatannya sejak %(t)s (%(d)s).") % {
            "t": tanggal(x.mulai),
            "d": hukum.pasal("bebas_sementara"),
        }
    return _("Pernah dibebaskan sementara dari tugas, %(a)s sampai %(b)s.") % {
        "a": tanggal(x.mulai),
        "b": tanggal(x.sampai),
    }


def surat(p: Pemeriksaan, pandang: str) -> list[Butir]:
    """Surat yang boleh diunduh pembacanya."""
    if pandang not in {PENUH, TERPERIKSA}:
        return []
    hasil = []
    for x in p.surat.select_related("surat").order_by("surat__dibuat"):
        if not boleh_surat(p, x, pandang):
            continue
        siap = x.surat.status != "disiapkan"
        hasil.append(
            Butir(x.get_jenis_display(), reverse("disiplin:surat", args=[p.id, x.surat_id]) if siap else "",
                  _("dicabut") if x.surat.status == "dicabut" else ("" if siap else _("sedang ditandatangani")),
                  "ingat", f"{x.surat.nomor_teks} · {tanggal(x.surat.tanggal)}")
        )  # fmt: skip
    return hasil


def boleh_surat(p: Pemeriksaan, x: SuratPemeriksaan, pandang: str) -> bool:
    """Yang diperiksa membaca keputusannya sesudah disampaikan, surat lain sejak terbit."""
    if pandang == PENUH:
        return True
    return pandang == TERPERIKSA and (x.jenis != SK or p.diterima is not None)


def riwayat(p: Pemeriksaan, pandang: str) -> list[Saat]:
    """Siapa, kapan, dan pasalnya tiap langkah; pelapor tidak disebut kepada yang diperiksa."""
    proses = alur.proses(p.kasus)
    sebut = {(x.dari, x.aksi): x.judul for x in proses.langkah}
    hasil = []
    for x in alur.riwayat(p.kasus):
        oleh = (
            _("pelapor") if x.aksi == "lapor" and pandang in {TERPERIKSA, PENGAWAS} else alur_sajian.oleh(x)
        )
        alasan = x.alasan if pandang in {PENUH, TERPERIKSA} else ""
        ket = " · ".join(b for b in (oleh, hukum.pasal(x.aksi), alasan) if b)
        hasil.append(Saat(sebut.get((x.dari, x.aksi), x.aksi), f"{tanggal(x.waktu)} {jam(x.waktu)}", ket))
    return hasil[::-1]


def ringkas(p: Pemeriksaan, pandang: str) -> str:
    t = SEBUT_TINGKAT[p.tingkat] if p.tingkat and pandang not in {PELAPOR, PENGAWAS} else ""
    unit = p.pegawai.kini.jabatan
    return " · ".join(x for x in (unit, _("ancaman hukuman %(t)s") % {"t": t.lower()} if t else "") if x)


def butir_ikhtisar(b: BarisIkhtisar) -> Butir:
    tempo = tanggal(b.tenggat, "pendek") if b.tenggat else ""
    siapa = _("Ditunggu: %(s)s") % {"s": b.siapa} if b.siapa else _("Ditunggu: yang diperiksa")
    alamat = reverse("disiplin:satu", args=[b.kasus]) if b.kasus else ""
    return Butir(
        b.tahap,
        alamat,
        _("lewat batas") if b.lewat else tempo,
        "galat" if b.lewat else "",
        f"{b.unit} · {siapa}{f' · {tempo}' if b.lewat else ''}",
    )
