import django.db.models.deletion
import kasuari.dasar.inti.pengenal
from django.db import migrations, models

from kasuari.dasar.inti.kunci import fakta


class Migration(migrations.Migration):

    dependencies = [
        ('cuti', '0002_kunci'),
        ('pegawai', '0007_fakta_berjangka'),
    ]

    operations = [
        migrations.CreateModel(
            name='BertugasBersama',
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
                ('subjek', models.ForeignKey(on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pegawai.pegawai')),
            ],
            options={
                'abstract': False,
                'indexes': [models.Index(fields=['subjek', '-mulai', 'dicatat'], name='cuti_bertugasbersama_ix')],
                'constraints': [models.CheckConstraint(condition=models.Q(('ditutup', None), ('ditutup__gt', models.F('dicatat')), _connector='OR'), name='cuti_bertugasbersama_tutup'), models.CheckConstraint(condition=models.Q(('sampai', None), ('sampai__gt', models.F('mulai')), _connector='OR'), name='cuti_bertugasbersama_rentang'), models.UniqueConstraint(condition=models.Q(('ditutup', None)), fields=('subjek', 'mulai'), name='cuti_bertugasbersama_hari')],
            },
        ),
        fakta("cuti_bertugasbersama"),
    ]
