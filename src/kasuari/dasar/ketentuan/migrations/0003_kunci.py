from django.db import migrations

from kasuari.dasar.inti.kunci import fakta, tambah_saja


class Migration(migrations.Migration):
    dependencies = [("ketentuan", "0002_timpa")]
    operations = [fakta("ketentuan_usultimpa"), fakta("ketentuan_timpa"), tambah_saja("ketentuan_segera")]
