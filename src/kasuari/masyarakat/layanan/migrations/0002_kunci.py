from django.db import migrations

from kasuari.dasar.inti.kunci import fakta


class Migration(migrations.Migration):
    """Standar pelayanan adalah fakta bertanggal: versi baru menutup yang digantikannya, tidak menimpanya."""

    dependencies = [("layanan", "0001_initial")]
    operations = [fakta("layanan_standarpelayanan")]
