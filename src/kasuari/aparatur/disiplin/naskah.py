"""Surat-surat pemeriksaan disiplin, semuanya tertutup: halaman umum hanya menyebut bahwa dokumennya sah."""

from typing import Any

from kasuari.aparatur.disiplin import hukum
from kasuari.aparatur.disiplin.models import (
    BAP,
    PANGGILAN,
    PENYAMPAIAN,
    SEBUT_TINGKAT,
    SK,
    TIM,
    AnggotaTim,
    Lembar,
    Pemeriksaan,
    SuratPemeriksaan,
)
from kasuari.aparatur.pegawai.models import PegawaiKini
from kasuari.aturan.disiplin import NAMA
from kasuari.dasar.dokumen import naskah, surat
from kasuari.dasar.dokumen.models import Surat
from kasuari.dasar.inti.pelaku import Pelaku, sistem
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.ketentuan import selectors as ketentuan
from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.rupa.bentuk import tanggal_naskah

# Surat selalu berbahasa Indonesia, apa pun bahasa layar yang membuatnya.
UNSUR = {
    "atasan": "atasan langsung",
    "pengawasan": "unsur pengawasan",
    "kepegawaian": "unsur kepegawaian",
}
MENGINGAT = (
    "Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara;",
    "Peraturan Pemerintah Nomor 94 Tahun 2021 tentang Disiplin Pegawai Negeri Sipil;",
    "Peraturan Badan Kepegawaian Negara Nomor 6 Tahun 2022 tentang Peraturan Pelaksanaan Peraturan Pemerintah Nomor 94 Tahun 2021;",
)


def _sesudah(s: Surat) -> None:
    """Keputusan yang selesai ditandatangani padahal sudah dibatalkan atau diganti langsung dicabut."""
    hubung = SuratPemeriksaan.objects.select_related("pemeriksaan__kasus").get(surat=s)
    p = hubung.pemeriksaan
    if p.kasus.keadaan == "dibatalkan" or p.sk_id != s.id:
        surat.cabut(sistem("disiplin"), s, "Dibatalkan atau diganti sebelum keputusannya selesai.")


def _templat(jenis: str, judul: str, berkas: str) -> surat.Templat:
    t = surat.Templat(f"disiplin_{jenis}", 1, judul, berkas, tertutup=True)
    return surat.daftarkan(t, _sesudah if jenis == SK else None)


TEMPLAT = {
    PANGGILAN: (_templat(PANGGILAN, "Surat panggilan", naskah.SURAT_DINAS), "panggilan_disiplin"),
    BAP: (_templat(BAP, "Berita acara pemeriksaan", naskah.KETERANGAN), "bap_disiplin"),
    TIM: (_templat(TIM, "Keputusan tim pemeriksa", naskah.KEPUTUSAN), "tim_disiplin"),
    SK: (_templat(SK, "Keputusan hukuman disiplin", naskah.KEPUTUSAN), "sk_disiplin"),
    PENYAMPAIAN: (_templat(PENYAMPAIAN, "Berita acara penyampaian", naskah.KETERANGAN), "bap_disiplin"),
}


def terbitkan(
    p: Pemeriksaan, jenis: str, data: dict[str, Any], pelaku: Pelaku, tanda: dict[str, str]
) -> Surat:
    """Surat bernomor di dalam transaksi langkahnya; tanda tangannya menyusul di latar."""
    templat, seri = TEMPLAT[jenis]
    baris = surat.BarisSurat(
        {**data, "tanggal_teks": tanggal_naskah(hari_ini())}, tanda, [p.pegawai.orang.uid]
    )
    (s,) = surat.siapkan(pelaku, templat, seri, [baris], ketentuan.buku(hari_ini()))
    SuratPemeriksaan.objects.create(surat=s, pemeriksaan=p, jenis=jenis)
    return s


def identitas(p: Pemeriksaan) -> list[tuple[str, str]]:
    k = p.pegawai.kini
    return [
        ("Nama", p.pegawai.orang.nama_gelar), ("NIP", p.pegawai.nip), ("Pangkat/golongan", k.golongan or "-"),
        ("Jabatan", k.jabatan or "-"), ("Unit kerja", unit(p)),
    ]  # fmt: skip


def unit(p: Pemeriksaan) -> str:
    u = organisasi.unit_hidup().filter(unit=p.pegawai.kini.unit_id).first()
    return u.nama if u else organisasi.profil().nama


def _kop(nip: str) -> naskah.Kop:
    """Kop perangkat daerah penanda tangannya."""
    k = PegawaiKini.objects.filter(nip=nip).first()
    u = organisasi.unit_hidup().filter(unit=k.opd_id or k.unit_id).first() if k else None
    return naskah.kop_daerah(unit=u.nama if u else "")


def panggilan(p: Pemeriksaan, isi: dict[str, Any], ke: str, tanda: dict[str, str]) -> dict[str, Any]:
    """`ke`: I atau II. Panggilan II menyebut akibat tidak hadir dua kali."""
    lanjutan = [
        "Saudara berhak memberi keterangan, mengajukan bukti, membaca berita acara, dan menanggapi rancangan hukuman "
        "sebelum keputusan diambil. Pemeriksaan dilakukan tertutup."
    ]
    if ke == "II":
        lanjutan.append(
            "Bila Saudara tidak hadir pada panggilan kedua ini, keputusan diambil berdasarkan alat bukti dan keterangan "
            f"yang ada tanpa pemeriksaan ({hukum.pasal('mangkir')})."
        )
    return naskah.SuratDinas(
        _kop(tanda["nip"]), f"Panggilan {ke}", [f"Sdr. {p.pegawai.orang.nama_gelar}, NIP {p.pegawai.nip}"],
        [f"Saudara diminta hadir menghadap {tanda['nama']}, {tanda['jabatan']}, untuk diperiksa dan dimintai keterangan "
         f"sehubungan dengan dugaan pelanggaran {sangkaan(p)}. Panggilan ini berdasarkan {hukum.pasal('panggil')}."],
        pasangan=[("Hari, tanggal", isi["tanggal_teks"]), ("Pukul", isi["jam"]), ("Tempat", isi["tempat"])],
        lanjutan=lanjutan, sifat="Rahasia",
    ).data()  # fmt: skip


def sangkaan(p: Pemeriksaan) -> str:
    daftar = Lembar.objects.get(pemeriksaan=p, aksi="lapor").isi["pelanggaran"]
    return "; ".join(f"“{x}” ({hukum.pasal_pelanggaran(x)})" for x in daftar)


def bap(
    p: Pemeriksaan, isi: dict[str, Any], tanggapan: str, catatan: str, tanda: dict[str, str]
) -> dict[str, Any]:
    """`catatan`: apakah yang diperiksa menandatangani."""
    baris = [
        x for n, (t, j) in enumerate(isi["tanya_jawab"], 1) for x in ((f"Pertanyaan {n}", t), ("Jawaban", j))
    ]
    baris.append(("Kesimpulan pemeriksa", isi["kesimpulan"]))
    if tanggapan:
        baris.append(("Catatan yang diperiksa", tanggapan))
    return naskah.Keterangan(
        _kop(tanda["nip"]), "Berita Acara Pemeriksaan", identitas(p), ["Tanya jawab dalam pemeriksaan:"], pasangan=baris,
        penghubung=f"telah memeriksa dalam ruang tertutup atas dugaan pelanggaran {sangkaan(p)}:", penutup=catatan,
    ).data()  # fmt: skip


def bap_mangkir(p: Pemeriksaan, isi: dict[str, Any], tanda: dict[str, str]) -> dict[str, Any]:
    return naskah.Keterangan(
        _kop(tanda["nip"]), "Berita Acara Tidak Hadir", identitas(p),
        [f"Yang bersangkutan tidak hadir sesudah dipanggil dua kali. {isi['catatan']}",
         f"Pemeriksaan dilanjutkan berdasarkan alat bukti dan keterangan yang ada: {hukum.pasal('mangkir')}."],
        penghubung=f"telah memanggil dua kali atas dugaan pelanggaran {sangkaan(p)}:",
    ).data()  # fmt: skip


def tim(p: Pemeriksaan, tanda: dict[str, str]) -> dict[str, Any]:
    anggota = []
    for a in AnggotaTim.objects.filter(pemeriksaan=p).select_related("orang").order_by("-ketua", "id"):
        k = PegawaiKini.objects.get(orang_uid=a.orang.uid)
        sebutan = "Ketua" if a.ketua else "Anggota"
        unsur = UNSUR[a.unsur]
        anggota.append(f"{a.orang.nama_gelar}, NIP {k.nip}, {k.golongan or '-'}, sebagai {sebutan} ({unsur})")
    return naskah.Keputusan(
        _kop(tanda["nip"]), tanda["jabatan"], "Pembentukan Tim Pemeriksa Dugaan Pelanggaran Disiplin",
        [f"bahwa dugaan pelanggaran disiplin oleh {p.pegawai.orang.nama_gelar}, NIP {p.pegawai.nip}, dapat dijatuhi hukuman "
         f"tingkat {SEBUT_TINGKAT[p.tingkat or 0].lower()} sehingga perlu diperiksa tim ({hukum.pasal('bentuk')});"],
        MENGINGAT,
        [naskah.Diktum("Membentuk tim pemeriksa dengan susunan:", rincian=anggota),
         "Tim memeriksa secara tertutup, mendengar yang diperiksa, dan menyampaikan rekomendasinya kepada pejabat yang "
         "berwenang menghukum.", "Keputusan ini mulai berlaku pada tanggal ditetapkan."],
    ).data()  # fmt: skip


def sk(p: Pemeriksaan, isi: dict[str, Any], tanda: dict[str, str], keberatan: bool = False) -> dict[str, Any]:
    """Keputusan hukuman; `keberatan`: pengganti menurut keputusan atas upaya administratif."""
    hukuman, tingkat = NAMA[p.hukuman or 0], SEBUT_TINGKAT[p.tingkat or 0]
    lembar = {x.aksi: x.isi for x in Lembar.objects.filter(pemeriksaan=p).order_by("jejak_id")}
    dasar = (
        SuratPemeriksaan.objects.filter(pemeriksaan=p, jenis=BAP)
        .select_related("surat")
        .latest("surat__dibuat")
        .surat
    )
    dengar = (
        "bahwa tanggapan yang diperiksa atas rancangan keputusan telah dibaca dan dipertimbangkan;" if "jawab" in lembar
        else "bahwa yang diperiksa telah diberi kesempatan menanggapi rancangan keputusan;"
    )  # fmt: skip
    menimbang = [
        f"bahwa berdasarkan berita acara Nomor {dasar.nomor_teks} tanggal {tanggal_naskah(dasar.tanggal)}, yang bersangkutan "
        f"melanggar ketentuan {sangkaan(p)};",
        dengar,
        f"bahwa {_kecil(isi['pertimbangan'])};",
    ]
    if keberatan:
        menimbang.insert(
            2, f"bahwa upaya administratif yang bersangkutan diputus mengubah hukumannya{_nomor(isi)};"
        )
    if p.hukuman in hukum.LEPAS_JABATAN and not keberatan:
        menimbang.append(
            f"bahwa dasar pelepasan jabatannya ialah {isi['dasar_lepas']}, dengan rujukan I-MUT {isi['imut']};"
        )
    return naskah.Keputusan(
        _kop(tanda["nip"]), tanda["jabatan"], f"Penjatuhan Hukuman Disiplin Tingkat {tingkat}", menimbang, MENGINGAT,
        [naskah.Diktum(f"Menjatuhkan hukuman disiplin tingkat {tingkat.lower()} berupa {hukuman.lower()} kepada:", identitas(p)),
         "Hukuman ini mulai berlaku pada hari kerja ke-15 sesudah keputusan diterima yang bersangkutan.",
         f"Yang bersangkutan dapat mengajukan {hukum.upaya(p.hukuman or 0)} menurut Peraturan Pemerintah Nomor 79 Tahun 2021.",
         "Keputusan ini mulai berlaku pada tanggal ditetapkan dan disampaikan kepada yang bersangkutan secara tertutup."],
        tembusan=["Inspektur Daerah"],
    ).data()  # fmt: skip


def _nomor(isi: dict[str, Any]) -> str:
    return f" menurut keputusan Nomor {isi['nomor']}" if isi.get("nomor") else ""


def _kecil(kalimat: str) -> str:
    return kalimat[:1].lower() + kalimat[1:].rstrip(".; ")


def penyampaian(p: Pemeriksaan, isi: dict[str, Any], tanda: dict[str, str]) -> dict[str, Any]:
    assert p.sk is not None and p.diterima is not None and p.berlaku is not None
    return naskah.Keterangan(
        _kop(tanda["nip"]), "Berita Acara Penyampaian Keputusan", identitas(p),
        [f"Keputusan Nomor {p.sk.nomor_teks} disampaikan pada {tanggal_naskah(p.diterima)}. Cara penyampaian: {isi['cara_teks']}.",
         f"Hukuman mulai berlaku pada {tanggal_naskah(p.berlaku)}, hari kerja ke-15 sesudah diterima."],
        penghubung="telah menyampaikan secara tertutup kepada:",
    ).data()  # fmt: skip
