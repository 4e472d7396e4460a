from django.db import migrations

from kasuari.dasar.inti.kunci import fakta


class Migration(migrations.Migration):
    dependencies = [("organisasi", "0003_formasi")]
    operations = [fakta("organisasi_formasi")]
