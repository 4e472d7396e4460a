from django.db import migrations

from kasuari.dasar.inti.kunci import tambah_saja, tanpa_ubah


class Migration(migrations.Migration):
    dependencies = [("jejak", "0001_initial")]
    operations = [
        tambah_saja("jejak_jejak"),
        tambah_saja("jejak_jejaksubjek", "orang,jejak_id"),
        tanpa_ubah("jejak_jejakisi", "jejak_id"),
        tambah_saja("jejak_segeldaun", "urut"),
        tambah_saja("jejak_segelpetak", "tingkat,nomor"),
        tambah_saja("jejak_segelakar", "ukuran"),
    ]
