from django.db import migrations

from kasuari.dasar.inti.kunci import tambah_saja


class Migration(migrations.Migration):
    dependencies = [("profesionalitas", "0001_initial")]
    operations = [tambah_saja("profesionalitas_nilaiip")]
