from django.db import migrations

from kasuari.dasar.inti.kunci import fakta, tambah_saja


class Migration(migrations.Migration):
    """Lembar dan suratnya hanya bertambah; pembebasan sementara adalah fakta, hanya ditutup sekali."""

    dependencies = [("disiplin", "0001_initial")]
    operations = [
        tambah_saja("disiplin_lembar"),
        tambah_saja("disiplin_suratpemeriksaan", "surat_id"),
        fakta("disiplin_bebassementara"),
    ]
