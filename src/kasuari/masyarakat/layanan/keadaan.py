"""Keadaan satu permohonan dalam kata warga: sedang di mana, langkah berikutnya, sampai kapan, dan kenapa tanggal itu."""

from datetime import date, datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from kasuari.aturan.tenggat import Kalender, aturan_tenggat, hitung_tenggat
from kasuari.aturan.tenggat.kalender import TahunTanpaLibur
from kasuari.dasar.alur import selectors as alur
from kasuari.dasar.alur.sajian import NADA
from kasuari.dasar.dokumen.models import Surat
from kasuari.dasar.inti.waktu import hari, hari_ini
from kasuari.dasar.ketentuan import selectors as ketentuan
from kasuari.dasar.rupa.bahan import Jawaban, Langkah, Saat
from kasuari.dasar.rupa.bentuk import jam, tanggal
from kasuari.masyarakat.layanan import isian, sajian, waktu
from kasuari.masyarakat.layanan.formulir import jawaban
from kasuari.masyarakat.layanan.models import Permohonan

# Lima keadaan yang dilihat warga (ia.md 5), dan satu akhir yang tidak dapat dipenuhi.
UMUM = {
    "diterima": pgettext_lazy("layanan", "Diterima"),
    "diperiksa": gettext_lazy("Diperiksa"),
    "perlu": gettext_lazy("Perlu Anda lengkapi"),
    "dikerjakan": gettext_lazy("Dikerjakan"),
    "selesai": gettext_lazy("Selesai"),
    "tidak": gettext_lazy("Tidak dapat dipenuhi"),
}
_BERIKUT = {
    "draf": gettext_lazy("Belum dikirim. Buka dengan tanggal lahir atau nomor HP, lalu lanjutkan mengisi."),
    "diajukan": gettext_lazy("Petugas memeriksa kelengkapannya. Anda tidak perlu melakukan apa-apa."),
    "kurang_lengkap": gettext_lazy(
        "Ada satu hal yang perlu Anda lengkapi. Selama menunggu Anda, jam kami berhenti."
    ),
    "diverifikasi": gettext_lazy("Berkasnya lengkap dan segera dikerjakan."),
    "diproses": gettext_lazy("Petugas sedang mengerjakannya."),
    "lapangan": gettext_lazy("Petugas memeriksa ke lapangan."),
    "putusan": gettext_lazy("Menunggu pejabat yang menandatangani."),
    "disetujui": gettext_lazy("Disetujui. Hasilnya sedang disiapkan."),
    "terbit": gettext_lazy("Hasilnya siap. Unduh di sini atau ambil di unitnya."),
    "selesai": gettext_lazy("Selesai."),
    "ditolak": gettext_lazy("Permohonan ini tidak dapat dipenuhi. Alasannya ada bila Anda membukanya."),
    "batal": gettext_lazy("Permohonan ini ditarik pemohonnya."),
}
TAHAP_PENTING = ("minta", "jawab", "lengkap", "proses", "terbit", "catat_nomor", "serahkan", "tolak", "tutup", "batal", "buka_lagi")  # fmt: skip


def tanda(p: Permohonan) -> tuple[Any, str]:
    """(kata keadaan, nada) bagi warga."""
    if p.kasus is None:
        return _("Belum dikirim"), "ingat"
    umum_ = alur.proses(p.kasus).menurut_kode[p.kasus.keadaan].umum
    kata = pgettext("layanan", "Ditarik") if p.kasus.keadaan == "batal" else UMUM[umum_]
    return kata, NADA[umum_]


def umum(p: Permohonan, milik: bool) -> dict[str, Any]:
    """Yang boleh dibaca pemegang slip; alasan, pertanyaan, dan surat hanya bagi yang membukanya (`milik`)."""
    kata, nada = tanda(p)
    s = waktu.standar_permohonan(p)
    hasil: dict[str, Any] = {
        # layanan peka tidak disebut namanya: slip dapat terbaca orang serumah
        "nama": _("Permohonan layanan") if p.layanan.peka and not milik else s.nama,
        "kata": kata, "nada": nada, "berikut": _BERIKUT[p.keadaan], "unit": p.unit.kini.nama if p.unit else "",
        "tempo": tanggal(p.jatuh_tempo, "hari") if p.jatuh_tempo and p.jadi is None else "", "kenapa": kenapa(p),
        "perjalanan": perjalanan(p, milik), "nomor_luar": p.nomor_luar if milik else "",
        "sistem": s.isi.get("sistem", ""), "tanggal_luar": p.tanggal_luar,
    }  # fmt: skip
    if milik:
        hasil |= {
            "surat_siap": p.surat is not None and p.surat.status == Surat.Status.DITANDATANGANI,
            "tanya": p.tanya.filter(dijawab=None).exists(),
            "keberatan": keberatan(p) if p.keadaan == "ditolak" else "",
        }
    return hasil


def kenapa(p: Permohonan) -> list[Langkah]:
    """Kenapa sampai tanggal itu: norma, sejak kapan, hari yang dilewati, dan dasarnya."""
    x = p.penjelasan
    if not p.jatuh_tempo or not x.get("dasar") or p.jadi is not None:
        return []
    pasti = x.get("keyakinan") == "sumber"
    sejak = datetime.fromisoformat(x["sejak"])
    baris = [
        Langkah(_("Janji layanan"), sajian.lama(*x["norma"]), "", x["dasar"], pasti),
        Langkah(_("Dihitung sejak berkas lengkap"), f"{tanggal(sejak)} {jam(sejak)}"),
    ]
    if x["dilewati"]:
        hari_ = [f"{tanggal(date.fromisoformat(h))} ({sebab})" for h, sebab in x["dilewati"][:12]]
        baris.append(Langkah(_("Hari yang tidak dihitung"), str(len(x["dilewati"])), "; ".join(hari_)))
    return [*baris, Langkah(_("Paling lambat"), f"{tanggal(p.jatuh_tempo)} {jam(p.jatuh_tempo)}")]


def perjalanan(p: Permohonan, milik: bool) -> list[Saat]:
    """Langkah yang berarti bagi warga, terbaru di atas; tanpa nama petugas. Alasan hanya bagi pemiliknya."""
    if p.kasus is None or p.dikirim is None:
        return []
    judul = {(x.dari, x.aksi): x.judul for x in alur.proses(p.kasus).langkah}
    hasil = [Saat(pgettext("layanan", "Diterima"), f"{tanggal(p.dikirim)} {jam(p.dikirim)}")]
    for x in alur.riwayat(p.kasus):
        if x.aksi in TAHAP_PENTING:
            alasan = x.alasan if milik and p.dilupakan is None else ""
            hasil.append(
                Saat(judul.get((x.dari, x.aksi), x.aksi), f"{tanggal(x.waktu)} {jam(x.waktu)}", alasan)
            )
    return hasil[::-1]


def keberatan(p: Permohonan) -> str:
    """Cara dan batas waktu berkeberatan atas penolakan."""
    buku = ketentuan.buku(hari_ini())
    aturan = aturan_tenggat("layanan_keberatan", buku)
    mulai = hari(p.jadi) if p.jadi else hari_ini()
    try:
        batas = tanggal(hitung_tenggat(aturan, mulai, Kalender(buku)).jatuh_tempo)
    except TahunTanpaLibur:
        batas = f"{aturan.lama} {aturan.satuan}"
    return _(
        "Tidak setuju? Tulis keberatan kepada atasan pejabatnya paling lambat %(b)s (%(d)s). Sesudah itu Anda dapat "
        "mengadu ke Ombudsman."
    ) % {"b": batas, "d": aturan.dasar}


def dapat_tarik(p: Permohonan) -> bool:
    return p.kasus is not None and any(x.aksi == "batal" for x in alur.proses(p.kasus).dari(p.kasus))


def data(p: Permohonan) -> dict[str, Any]:
    """Bahan halaman Data saya."""
    siapa = isian.pemohon(p)
    isi = jawaban.daftar(p.formulir.rancangan, isian.isi(p)) if p.isi else ()
    tanya = [
        (isian.pertanyaan(t), isian.teks(bytes(t.jawaban)), t.dijawab) for t in p.tanya.order_by("ditanya")
    ]
    return {
        "isi": [
            Jawaban(_("Nama"), siapa.get("nama", "")),
            Jawaban(_("Tanggal lahir"), jawaban.tulis_tanggal(siapa.get("lahir", ""))),
            *isi,
        ],
        "tanya_jawab": [Jawaban(t, j or _("belum dijawab")) for t, j, _d in tanya],
        "berkas": [
            (u, reverse("layanan:berkas", args=[p.kode, u.id]))
            for u in p.unggahan.order_by("dibuat")
            if u.lampiran_id
        ],
        "persetujuan": list(p.persetujuan.order_by("id")),
        "simpan_sampai": p.hapus_pada or (hari_ini() + timedelta(days=_simpan())),
    }


def _simpan() -> int:
    return int(ketentuan.buku(hari_ini()).tabel("layanan_simpan_hari")["selesai"])  # type: ignore[arg-type]
