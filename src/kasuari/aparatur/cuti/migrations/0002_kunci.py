from django.db import migrations

from kasuari.dasar.inti.kunci import fakta


class Migration(migrations.Migration):
    """Catatan dari kertas adalah fakta: dikoreksi dengan menutup dan membuka, tidak pernah ditimpa."""

    dependencies = [("cuti", "0001_initial")]
    operations = [fakta("cuti_catatancuti")]
