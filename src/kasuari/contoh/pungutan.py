"""Laporan diminta bayar kota contoh: satu selesai, satu ditelaah, dan dua yang baru masuk. Semuanya rekaan."""

from datetime import date, timedelta

from kasuari.dasar.akun.models import Akun
from kasuari.dasar.akun.pelaku import susun_pelaku
from kasuari.dasar.inti.galat import TidakAda
from kasuari.dasar.inti.pengenal import uuid_dari
from kasuari.dasar.inti.waktu import pada_saat
from kasuari.masyarakat.layanan import standar
from kasuari.masyarakat.pungutan import selectors, service
from kasuari.masyarakat.pungutan.models import Laporan

# layanan, hari ke belakang, cerita, rupiah, kontak, langkah (keadaan, catatan, untuk pelapor)
LAPORAN = (
    ("KEL-01", 21, "Diminta uang rokok supaya suratnya cepat.", 50_000, "", (
        ("ditelaah", "Meminta keterangan lurah dan melihat buku tamu.", False),
        ("selesai", "Uangnya dikembalikan. Petugasnya dibina, dan papan \"gratis\" dipasang di loket.", True))),
    ("ADM-04", 9, "Orang di parkiran menawarkan jalan pintas seratus ribu, katanya kenal orang dalam.", 100_000, "0812 0000 0101", (
        ("ditelaah", "Kami sedang memeriksa siapa yang menawarkan. Terima kasih.", True),)),
    ("KEL-01", 3, "Diminta bayar fotokopi sepuluh ribu, padahal berkasnya sudah lengkap.", 10_000, "", ()),
    ("ADM-04", 1, "Ditanya mau bantu seikhlasnya atau tidak.", None, "", ()),
)  # fmt: skip


def isi(per: date, akun: dict[str, Akun]) -> None:
    """Dipanggil sesudah katalog layanan ada; layanan yang unitnya tidak ada di kota sekecil ini dilewati."""
    auditor = susun_pelaku(akun["inspektorat"], sudo=True)
    for n, (kode, mundur, cerita, uang, kontak, langkah) in enumerate(LAPORAN):
        with pada_saat(per - timedelta(days=mundur)):
            try:
                unit = selectors.unit_terlapor(standar.satu(kode).subjek)
            except TidakAda:
                continue
            if not unit:
                continue
            isian = service.IsiLaporan(
                unit[0].unit.uid, per - timedelta(days=mundur + 1), cerita, uang, kontak
            )
            tanda = service.sidik_kode(service.lapor(kode, isian, uuid_dari("contoh", "pungutan", n)))
            uid = Laporan.objects.values_list("id", flat=True).get(sidik=tanda)
            for ke, (keadaan, catatan, untuk_pelapor) in enumerate(langkah):
                service.langkah(
                    auditor, uid=uid, keadaan=keadaan, catatan=catatan, untuk_pelapor=untuk_pelapor, versi=ke,
                    kunci=uuid_dari("contoh", "pungutan", n, ke),
                )  # fmt: skip
