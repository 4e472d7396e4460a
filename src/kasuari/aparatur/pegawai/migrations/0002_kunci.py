from django.db import migrations

from kasuari.dasar.inti.kunci import fakta

TABEL = ("status", "golongan", "kgb", "pendidikan", "diklat", "skp", "hukuman", "penghargaan", "cuti", "keluarga")


class Migration(migrations.Migration):
    dependencies = [("pegawai", "0001_initial")]
    operations = [*(fakta(f"pegawai_riwayat{t}") for t in TABEL), fakta("pegawai_oap")]
