import django.db.models.deletion
import kasuari.dasar.inti.pengenal
from django.db import migrations, models

from kasuari.dasar.inti.kunci import fakta, fakta_lagi


class Migration(migrations.Migration):

    dependencies = [
        ('pegawai', '0006_kontrak'),
    ]

    operations = [
        migrations.CreateModel(
            name='RiwayatSuratIzin',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=kasuari.dasar.inti.pengenal.uuid7, editable=False, unique=True)),
                ('mulai', models.DateField()),
                ('dicatat', models.DateTimeField()),
                ('ditutup', models.DateTimeField(null=True)),
                ('jejak_buka', models.BigIntegerField()),
                ('jejak_tutup', models.BigIntegerField(null=True)),
                ('sk_nomor', models.CharField(blank=True, max_length=120)),
                ('sk_tanggal', models.DateField(null=True)),
                ('lampiran', models.UUIDField(null=True)),
                ('surat', models.UUIDField(null=True)),
                ('sampai', models.DateField(null=True)),
                ('jenis', models.CharField(choices=[('str', 'Surat tanda registrasi (STR)'), ('sip', 'Surat izin praktik (SIP)'), ('sertifikat', 'Sertifikat kompetensi atau keahlian'), ('lain', 'Surat lain yang berjangka')], max_length=10)),
                ('nomor', models.CharField(max_length=120)),
                ('penerbit', models.CharField(max_length=160)),
                ('keterangan', models.CharField(blank=True, max_length=160)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='pegawaikini',
            name='kp_kurang',
            field=models.CharField(blank=True, max_length=12),
        ),
        migrations.AddField(
            model_name='riwayatkontrak',
            name='upah',
            field=models.BigIntegerField(null=True),
        ),
        migrations.AddConstraint(
            model_name='riwayatkontrak',
            constraint=models.CheckConstraint(condition=models.Q(('upah', None), ('upah__gt', 0), _connector='OR'), name='pegawai_kontrak_upah'),
        ),
        migrations.AddField(
            model_name='riwayatsuratizin',
            name='subjek',
            field=models.ForeignKey(on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pegawai.pegawai'),
        ),
        migrations.AddIndex(
            model_name='riwayatsuratizin',
            index=models.Index(fields=['subjek', '-mulai', 'dicatat'], name='pegawai_riwayatsuratizin_ix'),
        ),
        migrations.AddIndex(
            model_name='riwayatsuratizin',
            index=models.Index(condition=models.Q(('ditutup', None)), fields=['sampai'], name='pegawai_suratizin_sampai'),
        ),
        migrations.AddConstraint(
            model_name='riwayatsuratizin',
            constraint=models.CheckConstraint(condition=models.Q(('ditutup', None), ('ditutup__gt', models.F('dicatat')), _connector='OR'), name='pegawai_riwayatsuratizin_tutup'),
        ),
        migrations.AddConstraint(
            model_name='riwayatsuratizin',
            constraint=models.CheckConstraint(condition=models.Q(('sampai', None), ('sampai__gt', models.F('mulai')), _connector='OR'), name='pegawai_riwayatsuratizin_rentang'),
        ),
        fakta("pegawai_riwayatsuratizin"),
        fakta_lagi("pegawai_riwayatkontrak"),
    ]
