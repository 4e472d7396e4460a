from django.db import migrations

from kasuari.dasar.inti.kunci import tambah_saja


class Migration(migrations.Migration):
    """Temuan, janji, bukti, dan hasil ukur hanya bertambah: yang pernah dijanjikan tidak pernah hilang."""

    dependencies = [("perbaikan", "0001_initial")]
    operations = [
        tambah_saja("perbaikan_temuan"),
        tambah_saja("perbaikan_janji"),
        tambah_saja("perbaikan_bukti"),
        tambah_saja("perbaikan_ukuran"),
    ]
