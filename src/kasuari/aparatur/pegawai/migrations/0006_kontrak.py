import django.db.models.deletion
from django.db import migrations, models

import kasuari.dasar.inti.pengenal
from kasuari.dasar.inti.kunci import fakta


class Migration(migrations.Migration):

    dependencies = [
        ('pegawai', '0005_pak'),
    ]

    operations = [
        migrations.CreateModel(
            name='RiwayatKontrak',
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
                ('nomor', models.CharField(max_length=120)),
                ('ke', models.SmallIntegerField()),
                ('jenis', models.CharField(choices=[('penuh', 'Penuh waktu'), ('paruh_waktu', 'Paruh waktu')], max_length=12)),
                ('subjek', models.ForeignKey(on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pegawai.pegawai')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subjek', '-mulai', 'dicatat'], name='pegawai_riwayatkontrak_ix')],
                'constraints': [models.CheckConstraint(condition=models.Q(('ditutup', None), ('ditutup__gt', models.F('dicatat')), _connector='OR'), name='pegawai_riwayatkontrak_tutup'), models.CheckConstraint(condition=models.Q(('sampai', None), ('sampai__gt', models.F('mulai')), _connector='OR'), name='pegawai_riwayatkontrak_rentang'), models.CheckConstraint(condition=models.Q(('sampai__isnull', False)), name='pegawai_kontrak_berakhir'), models.CheckConstraint(condition=models.Q(('ke__gte', 1)), name='pegawai_kontrak_ke')],
            },
        ),
        fakta("pegawai_riwayatkontrak"),
    ]
