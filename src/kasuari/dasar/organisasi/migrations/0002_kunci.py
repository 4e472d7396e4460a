from django.db import migrations

from kasuari.dasar.inti.kunci import fakta, tanpa_tumpang


class Migration(migrations.Migration):
    dependencies = [("organisasi", "0001_initial")]
    operations = [
        fakta("organisasi_unitkeadaan"),
        fakta("organisasi_poskeadaan"),
        fakta("organisasi_penugasan"),
        tanpa_tumpang("organisasi_penugasan", syarat="jenis = 'definitif'"),
    ]
