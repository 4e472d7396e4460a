"""Satu pemeriksaan disiplin rekaan: rancangan hukumannya menunggu tanggapan yang diperiksa (langkah tur)."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from kasuari.aparatur.disiplin import hukum, service
from kasuari.aparatur.pegawai.models import Pegawai
from kasuari.dasar.akun.models import Akun
from kasuari.dasar.akun.pelaku import susun_pelaku
from kasuari.dasar.alur.models import Kasus
from kasuari.dasar.inti.pengenal import uuid_dari
from kasuari.dasar.inti.waktu import pada_saat

MULAI = 28  # hari sebelum hari ini laporannya masuk: cukup bagi jarak panggilan di pekan libur mana pun
LAPORAN = {
    "pelanggaran": ["Melaksanakan tugas kedinasan dengan pengabdian, kejujuran, kesadaran, dan tanggung jawab"],
    "dampak": "Unit kerja", "hari": None,
    "fakta": "Nilai rapor semester lalu diserahkan tiga pekan sesudah batasnya, walau sudah diingatkan dua kali.",
}  # fmt: skip
BAP = {
    "tanya_jawab": "T: Kapan nilai rapor itu diserahkan?\nJ: Tiga pekan sesudah batasnya.\n"
    "T: Apa sebabnya?\nJ: Listrik di kampung padam lama dan saya mengajar dua kelas.",
    "kesimpulan": "Terlambat menyerahkan nilai; ada keadaan yang meringankan.",
}
USUL = {"hukuman": 1, "pertimbangan": "Pertama kali, dan sebagian karena listrik padam."}


def isi(per: date, akun: Mapping[str, Akun]) -> None:
    """Dilaporkan Inspektorat, diperiksa kepala sekolah; usulnya selesai pada hari `per`."""
    maria = Pegawai.objects.get(orang=akun["asn"].orang)
    lapor = per - timedelta(days=MULAI)
    with pada_saat(lapor):
        laporan = {**LAPORAN, "kejadian": lapor - timedelta(days=7)}
        uid = service.buka(
            susun_pelaku(akun["inspektorat"]),
            nip=maria.nip,
            isi=laporan,
            kunci=uuid_dari("contoh", "disiplin"),
        ).uid
        assert uid is not None
        hadir = hukum.tenggat("disiplin_panggilan_awal", lapor).jatuh_tempo
        panggil = {"tanggal": hadir, "jam": "09.00", "tempat": "Ruang kepala sekolah"}
        _langkah(uid, akun["atasan"], "panggil", panggil)
    with pada_saat(hadir):
        _langkah(uid, akun["atasan"], "hadir", {})
        _langkah(uid, akun["atasan"], "bap", BAP)
    with pada_saat(hadir + timedelta(days=1)):
        _langkah(uid, akun["asn"], "tanda_tangan", {"tanggapan": "Sudah saya baca dan benar."})
    with pada_saat(per):
        _langkah(uid, akun["atasan"], "usulkan", USUL)


def _langkah(uid: UUID, siapa: Akun, aksi: str, isi_: Mapping[str, Any]) -> None:
    service.langkah(
        susun_pelaku(siapa), uid=uid, aksi=aksi, versi=Kasus.objects.get(id=uid).versi, isi=isi_,
        kunci=uuid_dari("contoh", "disiplin", aksi),
    )  # fmt: skip
