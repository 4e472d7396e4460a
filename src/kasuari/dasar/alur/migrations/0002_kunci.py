from django.db import migrations

from kasuari.dasar.inti.kunci import tambah_saja


class Migration(migrations.Migration):
    """Langkah dan empat mata hanya bertambah: riwayat putusan tidak dapat ditulis ulang."""

    dependencies = [("alur", "0001_initial")]
    operations = [tambah_saja("alur_langkahkasus"), tambah_saja("alur_pisah")]
