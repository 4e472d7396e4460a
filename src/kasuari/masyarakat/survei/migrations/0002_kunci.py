from django.db import migrations

from kasuari.dasar.inti.kunci import tambah_saja
from kasuari.masyarakat.survei.segel import beku_bila, tolak_sisip

TUTUP = "(SELECT status FROM survei_periode WHERE id = NEW.periode_id) <> 'terbuka'"
# Sesudah ditutup hanya status dan hari terbitnya yang boleh berubah, dan hanya dari ditutup ke terbit.
LANJUT = (
    "OLD.status = 'ditutup' AND NEW.status = 'terbit' AND OLD.survei_id = NEW.survei_id AND OLD.versi_id = NEW.versi_id"
    " AND OLD.unit_id = NEW.unit_id AND OLD.mulai = NEW.mulai AND OLD.sampai = NEW.sampai AND OLD.ditutup = NEW.ditutup"
    " AND OLD.petugas = NEW.petugas"
)


class Migration(migrations.Migration):
    """Jawaban hanya bertambah, dan hanya selama periodenya terbuka; periode yang ditutup dan hasilnya beku."""

    dependencies = [("survei", "0001_initial")]
    operations = [
        tambah_saja("survei_jawaban"),
        tambah_saja("survei_jawabanlain"),
        tambah_saja("survei_hasil", "periode_id"),
        tolak_sisip("survei_jawaban", TUTUP),
        tolak_sisip("survei_jawabanlain", TUTUP),
        tolak_sisip("survei_komentar", TUTUP),
        beku_bila("survei_periode", "OLD.status <> 'terbuka'", f"OLD.status <> 'terbuka' AND NOT ({LANJUT})"),
        beku_bila("survei_komentar", "TRUE", "TRUE"),
    ]
