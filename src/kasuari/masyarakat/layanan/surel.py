"""Kabar surel kepada pemohon yang menyetujuinya: kode, satu kabar, satu langkah. Tanpa nama layanan, isian, atau tautan masuk."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from kasuari.dasar.alur.models import LangkahKasus
from kasuari.dasar.inti.pengenal import uuid_dari
from kasuari.dasar.kabar.service import kirim_surat
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.masyarakat.layanan import isian
from kasuari.masyarakat.layanan.models import Permohonan, Persetujuan

# Hanya yang meminta pemohon berbuat sesuatu, atau yang mengakhiri penantiannya.
KABAR = {
    "kurang_lengkap": _("Ada satu hal yang perlu Anda lengkapi. Selama menunggu Anda, jam kami berhenti."),
    "terbit": _("Hasilnya siap. Unduh di halaman itu, atau ambil di unitnya."),
    "ditolak": _("Permohonan ini tidak dapat dipenuhi. Alasan dan cara berkeberatan ada di halaman itu."),
}


def kabari(p: Permohonan, langkah: LangkahKasus) -> None:
    """Menaruh satu surel di antrean keluar, di dalam transaksi langkahnya; tidak ada tanpa persetujuan atau alamat."""
    if p.keadaan not in KABAR or not Persetujuan.objects.filter(permohonan=p, ditarik=None).exists():
        return
    alamat = isian.pemohon(p).get("email")
    if not alamat:
        return
    with override("id"):
        judul = f"{organisasi.profil().nama}: permohonan {p.kode}"
        isi = f"{KABAR[p.keadaan]}\n\nKode: {p.kode}\nBuka {settings.ALAMAT}/cek/ lalu ketik kodenya.\n"
    kirim_surat(alamat, judul, isi, uuid_dari("layanan.surel", p.id, langkah.urut))
