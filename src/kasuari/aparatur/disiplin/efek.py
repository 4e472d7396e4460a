"""Efek tiap langkah: pemisahan orang, surat, kabar, dan fakta hukuman. Semua di dalam transaksi langkahnya."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from kasuari.aparatur.disiplin import hukum, idis, naskah, peristiwa
from kasuari.aparatur.disiplin.isian import dugaan
from kasuari.aparatur.disiplin.models import (
    BAP,
    PANGGILAN,
    PENYAMPAIAN,
    SEBUT_TINGKAT,
    SK,
    TIM,
    AnggotaTim,
    BebasSementara,
    Lembar,
    Pemeriksaan,
)
from kasuari.aparatur.disiplin.siapa import PEMERIKSAAN, PUTUSAN, pemeriksa, pemeriksaan
from kasuari.aparatur.pegawai import service as pegawai
from kasuari.aparatur.pegawai.pejabat import kunci_pegawai, penandatangan
from kasuari.aparatur.pegawai.riwayat import BarisRiwayat
from kasuari.aturan.disiplin import NAMA
from kasuari.dasar.alur.models import Kasus, LangkahKasus
from kasuari.dasar.dokumen import surat
from kasuari.dasar.dokumen.naskah import bertitik
from kasuari.dasar.inti.fakta import tutup
from kasuari.dasar.inti.galat import MasukanSalah, TidakBoleh
from kasuari.dasar.inti.pelaku import Pelaku, sistem
from kasuari.dasar.inti.pengenal import uuid_dari
from kasuari.dasar.inti.waktu import hari_ini, sekarang, sesudah
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.kabar import service as kabar
from kasuari.dasar.kabar.templat import daftarkan

DIPANGGIL = daftarkan(
    "disiplin.dipanggil", "Satu surat tertutup untuk Anda", "Anda menerima satu surat tertutup. Buka Disiplin.",
    "A confidential letter for you", "You received a confidential letter. Open Discipline.",
)  # fmt: skip
SETIM = daftarkan(
    "disiplin.setim", "Anda anggota satu tim tertutup", "Anda anggota satu tim tertutup. Buka Disiplin, lalu beri pendapat.",
    "You are on a confidential team", "You are on a confidential team. Open Discipline, then give your opinion.",
)  # fmt: skip


def _isi(kasus: Kasus, langkah: LangkahKasus) -> dict[str, Any]:
    """Isian langkah ini. Galat: `MasukanSalah` bila langkahnya dicoba tanpa isiannya."""
    lembar = Lembar.objects.filter(pemeriksaan_id=kasus.id, urut=langkah.urut, aksi=langkah.aksi).first()
    if lembar is None:
        raise MasukanSalah(_("Langkah ini memerlukan isiannya. Buka dari halaman pemeriksaannya."))
    return lembar.isi


def _terakhir(p: Pemeriksaan, *aksi: str) -> Lembar | None:
    return Lembar.objects.filter(pemeriksaan=p, aksi__in=aksi).order_by("jejak_id").last()


def pisahkan(kasus: Kasus, langkah: LangkahKasus, p: Pemeriksaan) -> None:
    """Pelapor, pemeriksa, dan yang memutus orang yang berbeda, di jalan mana pun mereka sampai ke sini."""
    if langkah.pelaku_id is None:
        return
    if langkah.pelaku_id == p.pelapor_id and langkah.aksi in PEMERIKSAAN | PUTUSAN | {"bentuk"}:
        raise TidakBoleh(_("Anda pelapornya, jadi pemeriksaan dan putusannya dilakukan orang lain."))
    if langkah.aksi in PUTUSAN and langkah.dari != "banding" and langkah.pelaku_id in pemeriksa(kasus):
        raise TidakBoleh(_("Anda ikut memeriksa, jadi putusannya dilakukan orang lain."))


def langkah_biasa(kasus: Kasus, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    """Langkah tanpa akibat selain pemisahan orangnya."""
    pisahkan(kasus, langkah, pemeriksaan(kasus))


def berisi(kasus: Kasus, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    """Langkah yang akibatnya hanya isiannya sendiri."""
    pisahkan(kasus, langkah, pemeriksaan(kasus))
    _isi(kasus, langkah)


def panggil(kasus: Kasus, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    p, isi = pemeriksaan(kasus), _isi(kasus, langkah)
    pisahkan(kasus, langkah, p)
    tanda = penandatangan(kasus, langkah)
    ke = "II" if langkah.aksi == "tidak_hadir" else "I"
    naskah.terbitkan(p, PANGGILAN, naskah.panggilan(p, isi, ke, tanda), pelaku, tanda)
    p.panggilan = date.fromisoformat(isi["tanggal"])
    p.save(update_fields=["panggilan"])
    kabari(p.pegawai.orang.uid, langkah)


def kabari(orang: UUID, langkah: LangkahKasus, templat: str = DIPANGGIL) -> None:
    kabar.kirim(orang, templat, {}, uuid_dari("disiplin", langkah.id, orang), tautan="/kerja/disiplin/")


def mangkir(kasus: Kasus, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    p, isi = pemeriksaan(kasus), _isi(kasus, langkah)
    pisahkan(kasus, langkah, p)
    tanda = penandatangan(kasus, langkah)
    naskah.terbitkan(p, BAP, naskah.bap_mangkir(p, isi, tanda), pelaku, tanda)
    _timbang(p)


def selesai_bap(kasus: Kasus, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    """Berita acara terbit dengan tanda tangan, atau catatan menolak, yang diperiksa; ditandatangani pemeriksanya."""
    p, bap = pemeriksaan(kasus), _terakhir(pemeriksaan(kasus), "bap")
    pisahkan(kasus, langkah, p)
    assert bap is not None
    tanggapan = _isi(kasus, langkah)["tanggapan"] if langkah.aksi != "catat_menolak" else ""
    catatan = {
        "tanda_tangan": bertitik(
            f"Dibaca dan ditandatangani secara elektronik oleh yang diperiksa, {p.pegawai.orang.nama_gelar}"
        ),
        "menolak": f"Yang diperiksa menolak menandatangani. Alasan: {langkah.alasan}",
        "catat_menolak": f"Yang diperiksa tidak menandatangani sampai batas waktunya. {langkah.alasan}",
    }[langkah.aksi]
    periksa = LangkahKasus.objects.select_related("pelaku").filter(kasus=kasus, aksi="bap").latest("urut")
    tanda = penandatangan(kasus, periksa)
    naskah.terbitkan(p, BAP, naskah.bap(p, bap.isi, tanggapan, catatan, tanda), pelaku, tanda)


def isi_bap(kasus: Kasus, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    berisi(kasus, langkah, pelaku)
    _timbang(pemeriksaan(kasus))


def _timbang(p: Pemeriksaan) -> None:
    p.tingkat = hukum.timbang(p.pegawai, dugaan(p)).tingkat
    p.save(update_fields=["tingkat"])


def usulkan(kasus: Kasus, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    """Rancangan hukuman, dari pemeriksa atau dari tim; tanpa berita acara tidak ada usul."""
    p = pemeriksaan(kasus)
    pisahkan(kasus, langkah, p)
    _berdasar(p)
    p.hukuman = _isi(kasus, langkah)["hukuman"]
    p.save(update_fields=["hukuman"])
    hukum.pejabat(p.tingkat or 0, p.pegawai.kini.jenis_jabatan)


def _berdasar(p: Pemeriksaan) -> None:
    if not p.surat.filter(jenis=BAP).exists():
        raise MasukanSalah(
            _("Belum ada berita acara pemeriksaan, jadi hukuman belum dapat diusulkan atau dijatuhkan.")
        )


def bentuk_tim(kasus: Kasus, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    p, isi = pemeriksaan(kasus), _isi(kasus, langkah)
    pisahkan(kasus, langkah, p)
    AnggotaTim.objects.filter(pemeriksaan=p).delete()
    AnggotaTim.objects.bulk_create(
        AnggotaTim(pemeriksaan=p, unsur=u, orang_id=o, ketua=u == isi["ketua"])
        for u, o in isi["anggota"].items()
    )
    for a in AnggotaTim.objects.filter(pemeriksaan=p, ketua=False).select_related("orang"):
        kabari(a.orang.uid, langkah, SETIM)
    tanda = penandatangan(kasus, langkah)
    naskah.terbitkan(p, TIM, naskah.tim(p, tanda), pelaku, tanda)


def pendapat(p: Pemeriksaan) -> "QuerySet[Lembar]":
    """Pendapat anggota tim yang sekarang: sejak tim itu dibentuk."""
    bentuk = _terakhir(p, "bentuk")
    return Lembar.objects.filter(
        pemeriksaan=p, aksi="pendapat", jejak_id__gt=bentuk.jejak_id if bentuk else 0
    )


def rekomendasi(kasus: Kasus, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    """Ketua menyampaikan rekomendasi sesudah semua anggota lain memberi pendapat."""
    p = pemeriksaan(kasus)
    lain = AnggotaTim.objects.filter(pemeriksaan=p, ketua=False).values_list("orang_id", flat=True)
    sudah = pendapat(p).values_list("oleh_id", flat=True)
    if kurang := set(lain) - set(sudah):
        raise MasukanSalah(
            _("%(n)s anggota tim belum memberi pendapat. Rekomendasi menunggu mereka.") % {"n": len(kurang)}
        )
    usulkan(kasus, langkah, pelaku)


def jatuhkan(kasus: Kasus, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    """Keputusan disiapkan dan ditandatangani yang memutus; Plt dan Plh hanya sampai tingkat yang boleh."""
    p, isi = pemeriksaan(kasus), _isi(kasus, langkah)
    pisahkan(kasus, langkah, p)
    _berdasar(p)
    if langkah.sebagai in {"plt", "plh"} and not hukum.boleh_pelaksana(p.tingkat or hukum.BERAT):
        raise TidakBoleh(
            _("Plt dan Plh tidak menjatuhkan hukuman tingkat ini. Keputusannya menunggu pejabat definitif.")
        )
    p.hukuman = isi["hukuman"]
    tanda = penandatangan(kasus, langkah)
    p.sk = naskah.terbitkan(p, SK, naskah.sk(p, isi, tanda), pelaku, tanda)
    p.save(update_fields=["hukuman", "sk"])
    akhiri_bebas(p, pelaku)


def akhiri(kasus: Kasus, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    """Tidak terbukti atau dihentikan: pembebasan sementaranya berakhir."""
    p = pemeriksaan(kasus)
    pisahkan(kasus, langkah, p)
    akhiri_bebas(p, pelaku)


def akhiri_bebas(p: Pemeriksaan, pelaku: Pelaku) -> None:
    """Menutup pembebasan sementara pada hari ini: baris lama ditutup, baris dengan akhirnya dibuka."""
    for lama in BebasSementara.objects.filter(pemeriksaan=p, ditutup=None, sampai=None):
        id_ = catat(peristiwa.BEBAS_AKHIR, pelaku, ("disiplin", p.id), subjek=[p.pegawai.orang.uid])
        saat = sesudah(lama.dicatat)
        tutup(BebasSementara, lama.id, saat, id_)
        if hari_ini() > lama.mulai:
            BebasSementara.objects.create(
                subjek=p.pegawai,
                pemeriksaan=p,
                mulai=lama.mulai,
                sampai=hari_ini(),
                dicatat=saat,
                jejak_buka=id_,
            )


def sampaikan(kasus: Kasus, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    p, isi = pemeriksaan(kasus), _isi(kasus, langkah)
    p.diterima = date.fromisoformat(isi["diterima"])
    p.berlaku = hukum.tenggat("disiplin_berlaku", p.diterima).jatuh_tempo
    p.save(update_fields=["diterima", "berlaku"])
    tanda = penandatangan(kasus, langkah)
    naskah.terbitkan(p, PENYAMPAIAN, naskah.penyampaian(p, isi, tanda), pelaku, tanda)
    kabari(p.pegawai.orang.uid, langkah)


def kuatkan(kasus: Kasus, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    """Dikuatkan: yang tertunda berlaku sejak putusannya."""
    berisi(kasus, langkah, pelaku)
    p = pemeriksaan(kasus)
    _sejak_putusan(p, langkah.dari)
    kabari(p.pegawai.orang.uid, langkah)


def _sejak_putusan(p: Pemeriksaan, upaya: str) -> None:
    if p.fakta is None and p.berlaku is not None and p.berlaku < hari_ini() and hukum.menunda(upaya):
        p.berlaku = hari_ini()
        p.save(update_fields=["berlaku"])
    if p.berlaku is not None and p.berlaku <= hari_ini() and p.fakta is None:
        berlakukan(p)


def ubah(kasus: Kasus, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    """Hukuman lain menggantikan: keputusan lama dicabut, yang baru terbit, dan fakta yang sudah ada dikoreksi."""
    p, isi = pemeriksaan(kasus), _isi(kasus, langkah)
    pisahkan(kasus, langkah, p)
    lama = p.sk
    assert lama is not None
    sudah = p.fakta is not None
    _tarik_fakta(p, "Diubah oleh putusan upaya administratif.")
    p.hukuman = isi["hukuman"]
    p.tingkat = hukum.tingkat_hukuman(isi["hukuman"])
    tanda = penandatangan(kasus, langkah) if langkah.dari == "keberatan" else lama.penandatangan
    p.sk = naskah.terbitkan(p, SK, naskah.sk(p, isi, tanda, keberatan=True), pelaku, tanda)
    p.save(update_fields=["hukuman", "tingkat", "sk"])
    _cabut(lama, pelaku, "Diubah oleh putusan upaya administratif.")
    if sudah:
        berlakukan(p)
    else:
        _sejak_putusan(p, langkah.dari)
    kabari(p.pegawai.orang.uid, langkah)


def batalkan(kasus: Kasus, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    """Dibatalkan: fakta yang sudah tertulis ditutup sebagai peristiwa, keputusannya dicabut."""
    berisi(kasus, langkah, pelaku)
    p = pemeriksaan(kasus)
    _tarik_fakta(p, "Dibatalkan oleh putusan upaya administratif.")
    _cabut(p.sk, pelaku, "Dibatalkan oleh putusan upaya administratif.")
    kabari(p.pegawai.orang.uid, langkah)


def _cabut(s: Any, pelaku: Pelaku, alasan: str) -> None:
    if s is not None and s.status == s.Status.DITANDATANGANI:
        surat.cabut(pelaku, s, alasan)


def _tarik_fakta(p: Pemeriksaan, alasan: str) -> None:
    if p.fakta is None:
        return
    pegawai.tutup_riwayat(sistem("disiplin"), "hukuman", [p.fakta], alasan)
    p.fakta = None
    p.save(update_fields=["fakta"])
    idis.siapkan(p, batal=True)


def berlakukan(p: Pemeriksaan) -> None:
    """Menulis fakta hukuman dengan keputusannya; yang sedang dijalani dan lebih ringan dianggap selesai."""
    assert p.berlaku is not None and p.sk is not None and p.hukuman is not None
    kunci_pegawai(p.pegawai)
    oleh = sistem("disiplin")
    m = hukum.masa(p.pegawai, p.hukuman, p.berlaku)
    if (lama := m.akhiri) is not None:
        pegawai.tutup_riwayat(
            oleh, "hukuman", [lama.uid], "Dianggap selesai: hukuman yang lebih berat dijatuhkan."
        )
        isi = {"tingkat": lama.tingkat, "jenis": lama.jenis}
        baris = BarisRiwayat(
            p.pegawai.uid, lama.mulai, isi, sampai=m.mulai, sk_nomor=lama.sk_nomor, sk_tanggal=lama.sk_tanggal,
            lampiran=lama.lampiran, surat=lama.surat,
        )  # fmt: skip
        (baru,) = pegawai.buka_riwayat(oleh, "hukuman", [baris])
        Pemeriksaan.objects.filter(fakta=lama.uid).update(fakta=baru)
    isi = {"tingkat": SEBUT_TINGKAT[hukum.tingkat_hukuman(p.hukuman)].lower(), "jenis": NAMA[p.hukuman]}
    baris = BarisRiwayat(
        p.pegawai.uid,
        m.mulai,
        isi,
        sampai=m.sampai,
        sk_nomor=p.sk.nomor_teks,
        sk_tanggal=p.sk.tanggal,
        surat=p.sk.id,
    )
    (p.fakta,) = pegawai.buka_riwayat(oleh, "hukuman", [baris])
    p.save(update_fields=["fakta"])
    catat(
        peristiwa.BERLAKU, oleh, ("disiplin", p.id), subjek=[p.pegawai.orang.uid],
        sesudah={"mulai": m.mulai, "surat": str(p.sk.id), "fakta": str(p.fakta)},
    )  # fmt: skip
    idis.siapkan(p)


def bebaskan_sementara(p: Pemeriksaan, pelaku: Pelaku, alasan: str) -> None:
    """Membuka fakta pembebasan sementara mulai hari ini."""
    id_ = catat(
        peristiwa.BEBAS, pelaku, ("disiplin", p.id), subjek=[p.pegawai.orang.uid], alasan=alasan,
        sesudah={"mulai": hari_ini(), "pasal": hukum.pasal("bebas_sementara")},
    )  # fmt: skip
    BebasSementara.objects.create(
        subjek=p.pegawai, pemeriksaan=p, mulai=hari_ini(), dicatat=sekarang(), jejak_buka=id_
    )
