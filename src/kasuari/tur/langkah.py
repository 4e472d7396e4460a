"""Langkah tur: satu kalimat misi, satu peran, satu halaman. Tiap isu menambah langkahnya di sini."""

from collections.abc import Callable
from typing import NamedTuple
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kasuari.dasar.organisasi import selectors as organisasi
from kasuari.dasar.organisasi.models import Penugasan
from kasuari.masyarakat.antrean.models import Loket
from kasuari.masyarakat.survei.models import Periode, Survei


class Langkah(NamedTuple):
    """`peran`: kunci akun demo ('' = tanpa masuk). `nama_url`: halaman tujuan. `misi`: baris mission.md.

    `benda`: UUID atau kode benda yang dibuka halaman itu, dicari saat tombolnya ditekan.
    """

    kunci: str
    misi: str
    peran: str
    nama_url: str
    judul: str | Promise
    lihat: str | Promise
    benda: Callable[[], UUID | str] | None = None

    def alamat(self) -> str:
        return reverse(self.nama_url, args=[self.benda()] if self.benda else None)


def pos_pelaksana() -> UUID:
    """Pos yang hari ini dipegang Plt, Plh, atau Pj; bila tidak ada, pos kepala yang paling atas."""
    sementara = organisasi.penugasan_pada().exclude(jenis=Penugasan.Jenis.DEFINITIF).values("pos_id")
    pos = organisasi.pos_pada().select_related("subjek").order_by("-kepala", "unit__kini__urut", "id")
    dipilih = pos.filter(subjek__in=sementara).first() or pos.first()
    if dipilih is None:
        raise LookupError("Kota contoh ini belum punya pos.")
    return dipilih.subjek.uid


def unit_dinilai() -> str:
    """Kode unit yang surveinya terbuka; Dukcapil bila ada."""
    terbuka = Periode.objects.filter(survei__jenis=Survei.Jenis.SKM, status=Periode.Status.TERBUKA)
    kode = set(terbuka.values_list("unit__kode", flat=True))
    if not kode:
        raise LookupError("Kota contoh ini belum punya survei yang terbuka.")
    return "DUKCAPIL" if "DUKCAPIL" in kode else min(kode)


def unit_berloket() -> str:
    """Kode unit pertama yang loketnya dibuka."""
    kode = Loket.objects.filter(buka=True).order_by("id").values_list("unit__kode", flat=True).first()
    if kode is None:
        raise LookupError("Kota contoh ini belum punya loket yang dibuka.")
    return kode


LANGKAH: tuple[Langkah, ...] = (
    Langkah("register", "M1", "bkpsdm", "pegawai:daftar", _("Register 4.800 pegawai"),
            _("Cari nama dengan ejaan yang salah, misalnya “mariya kandimoor”, lalu buka lembarnya.")),
    Langkah("organisasi", "M1", "bkpsdm", "organisasi:pohon", _("Susunan organisasi menurut tanggal"),
            _("Lihat susunan hari ini atau tahun lalu, dan siapa pelaksana tugas.")),
    Langkah("bagan", "M1", "pimpinan", "organisasi:bagan", _("Bagan organisasi dengan pimpinannya hari ini"),
            _("Buka satu dinas, lihat siapa Plt dan jabatan mana yang kosong sejak kapan.")),
    Langkah("bezetting", "M1", "kepala_bkpsdm", "organisasi:bezetting", _("Kebutuhan jabatan lawan yang terisi"),
            _("Lihat yang paling kurang dan yang segera pensiun, buka satu dinas, lalu unduh XLSX.")),
    Langkah("pos", "M1", "bkpsdm", "organisasi:pos", _("Menetapkan Plt, Plh, atau Pj"),
            _("Lihat pemegang pos hari ini, lalu tetapkan atau akhiri: isi, periksa, simpan."), pos_pelaksana),
    Langkah("impor", "M1", "bkpsdm", "impor:daftar", _("Berkas kantor masuk tanpa diketik ulang"),
            _("Unggah berkas Excel apa adanya, lihat kesalahan tiap baris, simpan, lalu batalkan.")),
    Langkah("duk", "M1", "bkpsdm", "pegawai:duk", _("Daftar urut kepangkatan siap cetak"),
            _("Urut menurut aturan, sebagai layar, XLSX, dan PDF.")),
    Langkah("mutu", "M1", "umpeg", "pegawai:mutu", _("Siapa harus melengkapi berkas apa"),
            _("Mutu data tiap unit, dan siapa yang dapat memperbaikinya.")),
    Langkah("beranda", "M2", "asn", "kerja", _("Satu beranda untuk tiap pegawai"),
            _("Yang menunggu saya, data saya, indeks saya: semuanya dari HP.")),
    Langkah("data-saya", "M2", "asn", "pegawai:saya", _("Semua data yang disimpan tentang saya"),
            _("Dari mana asalnya, apa yang kurang, dan siapa yang memperbaikinya.")),
    Langkah("cuti-saya", "M2", "asn", "cuti:saya", _("Cuti dari HP, sisanya menjelaskan dirinya"),
            _("Ajukan cuti: libur tidak ikut dihitung, dan surat izinnya langsung dapat diunduh sesudah disetujui.")),
    Langkah("cuti-atasan", "M1", "atasan", "tugas", _("Yang menunggu keputusan saya"),
            _("Buka satu permohonan cuti, lihat sisa cutinya, lalu setuju atau minta perbaikan.")),
    Langkah("tim", "M1", "atasan", "tim", _("Tim saya hari ini"),
            _("Siapa cuti, apa yang menunggu, siapa segera KGB atau pensiun, dan data siapa yang kurang.")),
    Langkah("cuti-pejabat", "M1", "pejabat", "tugas", _("Pejabat yang berwenang menyetujui"),
            _("Setujui satu permohonan: suratnya bernomor dan bertanda tangan elektronik beberapa detik kemudian.")),
    Langkah("jatuh-tempo", "M1", "umpeg", "usulan:jatuh_semua", _("Siapa jatuh tempo, dan apa yang kurang"),
            _("Buka kenaikan gaji berkala, perpanjang jangkanya, lalu susun semua yang lengkap sekali tekan.")),
    Langkah("cuti-hangus", "M1", "atasan", "cuti:hangus", _("Cuti yang akan hangus di unit saya"),
            _("Berapa hari tidak terbawa ke tahun depan, selagi masih dapat diambil; pegawainya dikabari.")),
    Langkah("surat-izin", "M1", "bkpsdm", "pegawai:surat_izin", _("STR dan SIP yang segera berakhir"),
            _("Sampai penggantinya tercatat; pemiliknya dikabari 180, 90, dan 30 hari sebelumnya.")),
    Langkah("periksa-usulan", "M1", "bkpsdm", "usulan:daftar", _("Usulan diperiksa orang kedua"),
            _("Buka satu usulan: gaji baru menjelaskan dirinya. Terima banyak sekaligus, atau minta perbaikan.")),
    Langkah("tanda-tangan", "M1", "kepala_bkpsdm", "usulan:daftar", _("Banyak keputusan ditandatangani sekaligus"),
            _("Centang yang menunggu tanda tangan. Sandi diminta sekali lagi, dan gaji di register berubah sendiri.")),
    Langkah("permohonan-saya", "M2", "asn", "usulan:saya", _("Permohonan saya, sampai di mana"),
            _("Lihat siapa yang ditunggu, sampai kapan, dan menurut aturan apa.")),
    Langkah("hak-jawab", "M6", "asn", "disiplin:saya", _("Hak jawab sebelum hukuman"),
            _("Buka rancangan hukuman: baca berita acaranya, tanggapi dengan bukti. Tidak ada putusan sebelum itu.")),
    Langkah("ajukan", "M2", "asn", "usulan:pilih", _("Semua permohonan di satu halaman"),
            _("Minta surat keterangan aktif: terbit seketika. Atau perbaiki data Anda dengan bukti, tanpa menyentuh register.")),
    Langkah("meja-surat", "M1", "bkpsdm", "surat:daftar", _("Buku nomor yang menjelaskan setiap nomornya"),
            _("Cari satu surat, lihat buku nomornya, sisihkan nomor bagi pulau, atau catat tanda tangan basah.")),
    Langkah("surat", "M1", "", "sah", _("Siapa pun dapat memeriksa keaslian surat"),
            _("Ketik kode di kaki surat, atau bandingkan berkasnya. Tanpa masuk.")),
    Langkah("survei-isi", "M8", "", "skm_isi", _("Menilai pelayanan dalam sepuluh ketukan"),
            _("Seperti memindai QR di loket. Coba matikan internet sebelum mengirim: terkirim sendiri nanti."), unit_dinilai),
    Langkah("survei-hasil", "M8", "", "survei_hasil", _("Hasil survei tiap unit, yang buruk pun terbit"),
            _("Buka Dinas Kependudukan: unsur waktunya turun dari triwulan ke triwulan. Yang terlalu sedikit penjawabnya ditahan.")),
    Langkah("survei-kelola", "M8", "admin_survei", "survei:daftar", _("Unit mana yang kurang responden"),
            _("Buka satu periode, lihat rencana sampelnya, unduh poster QR, lalu baca tulisan bebas menurut pokoknya.")),
    Langkah("survei-unit", "M8", "umpeg", "survei:daftar", _("Lembar kertas masuk sekali saja"),
            _("Buka dinas Anda, catat tumpukan bernomor seri, lalu masukkan satu lembar dua kali.")),
    Langkah("rencana", "M8", "kepala_dukcapil", "perbaikan:daftar", _("Nilai rendah menjadi rencana yang berjanji"),
            _("Buka yang menunggu rencana: tulis penyebab, tindakan, penanggung jawab, dan harinya, lalu minta pelatihan.")),
    Langkah("periksa-bukti", "M8", "inspektorat", "perbaikan:daftar", _("Janji yang lewat disebut, buktinya diperiksa"),
            _("Saring yang lewat janji. Vonis tidak dapat dipilih siapa pun: ia dihitung dari survei berikutnya.")),
    Langkah("perbaikan", "M8", "", "perbaikan_umum", _("Anda menilai, kami memperbaiki"),
            _("Buka yang membaik dan yang memburuk: janjinya, buktinya, dan hasil ukurnya beserta ketidakpastiannya.")),
    Langkah("indeks-saya", "M12", "asn", "profesionalitas:saya", _("Kenapa indeks saya sekian"),
            _("Tiap angka menjelaskan dirinya sampai pasal dan catatannya, dan apa yang menaikkannya.")),
    Langkah("indeks-unit", "M12", "atasan", "profesionalitas:muka", _("Indeks unit yang saya pimpin"),
            _("Nama hanya tampak bagi atasannya. Lihat siapa yang paling terbantu oleh pelatihan.")),
    Langkah("indeks-kota", "M12", "pimpinan", "profesionalitas:muka", _("Dari kota sampai satu pelatihan yang kurang"),
            _("Buka dinas, lalu sekolah, lalu orangnya. Unduh laporannya.")),
    Langkah("jejak-saya", "M2", "asn", "jejak_saya", _("Siapa yang melihat data saya"),
            _("Setiap orang yang membuka lembar Anda tercatat di sini.")),
    Langkah("auditor", "M13", "inspektorat", "verifikasi", _("Auditor memeriksa keutuhan seluruh catatan"),
            _("Satu peristiwa yang diubah diam-diam akan disebut namanya.")),
    Langkah("akar", "M13", "", "jejak_umum", _("Akar bertanda tangan yang dapat diperiksa siapa saja"),
            _("Tanpa masuk. Simpan satu akar hari ini, bandingkan bulan depan.")),
    Langkah("aturan", "M13", "", "aturan:muka", _("Hukum yang dapat dibaca siapa saja"),
            _("Cari “gaji pokok”, buka tabelnya, lihat nilainya dari waktu ke waktu dan pasalnya.")),
    Langkah("hitung-sendiri", "M2", "", "aturan:hitung", _("Hitung sendiri tanpa masuk"),
            _("Isi golongan dan masa kerja, lihat tiap langkahnya, lalu unduh PDF satu halaman.")),
    Langkah("usul-ketentuan", "M4", "bkpsdm", "ketentuan:daftar", _("Petugas mengusulkan ketentuan daerah"),
            _("Pilih satu nilai, isi suratnya, dan lihat berapa orang terkena sebelum mengusulkan.")),
    Langkah("setujui-ketentuan", "M4", "kepala_bkpsdm", "ketentuan:daftar", _("Orang lain menyetujuinya"),
            _("Pengusul tidak dapat menyetujui. Sesudah disetujui ada jeda, dan Inspektorat diberi tahu.")),
    Langkah("layanan", "M7", "", "layanan:daftar", _("Layanan kota dengan kata sehari-hari"),
            _("Cari “ktp ilang”, baca syarat, biaya, dan janji waktunya, lalu mulai memohon. Tanpa akun.")),
    Langkah("antrean-layanan", "M7", "petugas_layanan", "layanan_kerja:antrean", _("Antrean petugas kelurahan"),
            _("Saring satu tahap, centang beberapa, kerjakan sekaligus; atau isikan untuk orang di loket.")),
    Langkah("lurah", "M7", "lurah", "tugas", _("Lurah menandatangani surat warga"),
            _("Buka yang menunggu tanda tangan, setujui, dan surat ber-QR terbit beberapa detik kemudian.")),
    Langkah("formulir", "M7", "petugas_layanan", "layanan_kerja:standar", _("Formulir dan standar dirancang petugas"),
            _("Tambah satu isian bersyarat, lihat pratinjaunya, terbitkan; permohonan lama memegang versinya.")),
    Langkah("nomor-antre", "M7", "", "antrean_ambil", _("Nomor antre dari HP"),
            _("Ambil satu nomor tanpa nama, lihat tinggal berapa orang di depan Anda dan kira-kira berapa lama."), unit_berloket),
    Langkah("loket", "M7", "petugas_dukcapil", "antrean:pilih", _("Petugas loket memanggil berikutnya"),
            _("Pilih satu loket, panggil, lalu buka layar panggilan di ruang tunggu.")),
    Langkah("data", "M13", "", "data", _("Data terbuka"), _("Angka kota untuk semua orang, dengan unduhan CSV.")),
)  # fmt: skip
