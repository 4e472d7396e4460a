"""Subjek `kgb`: daftar penjagaan kenaikan gaji berkala, berkepala dua tingkat SK LAMA / SK BARU."""

from datetime import date

from kasuari.aturan.buku import Buku
from kasuari.aturan.gaji import baris_tabel, sel_gaji_pokok
from kasuari.aturan.galat import GalatAturan
from kasuari.aturan.golongan import jenis_golongan
from kasuari.aturan.kgb import kgb_sesudah
from kasuari.dasar.impor.pemeriksa import Pemeriksa, tolak_duplikat
from kasuari.dasar.impor.subjek import Subjek
from kasuari.dasar.impor.tata import Isian

from .isian import GOL, NAMA, NIP, NO_URUT


def _padanan(sisi: str, *isi: str) -> tuple[str, ...]:
    """Tulisan dua tingkat: induk 'SK LAMA' dengan anak 'MK', atau satu tingkat 'MK LAMA'."""
    induk = (
        f"SK {sisi}",
        sisi,
        f"Gaji {sisi}",
        f"KGB {sisi}",
        f"Keadaan {sisi}",
        f"SK KGB {sisi}",
        f"Data {sisi}",
    )
    return (*(f"{i} {a}" for a in isi for i in induk), *(f"{a} {sisi}" for a in isi))


_MK = ("MK", "Masa Kerja", "MKG", "Masa Kerja Golongan", "MK Gol")
_GAJI = ("Besar Gaji", "Gaji", "Gaji Pokok", "Gapok", "Besaran Gaji", "Jumlah Gaji", "Besar Gaji Pokok")
_TMT = ("TMT", "TMT KGB", "TMT Gaji", "Terhitung Mulai Tanggal", "TMT Berlaku")


class SubjekKgb(Subjek):
    """Satu baris satu KGB; kunci NIP dengan TMT baru."""

    kode = "kgb"
    kunci_alami = ("nip", "tmt_baru")
    izin = "pegawai.impor"
    kolom = (
        NO_URUT,
        NIP,
        NAMA,
        GOL,
        Isian("jabatan", ("Jabatan", "Nama Jabatan")),
        Isian("unit", ("Instansi", "Unit Kerja", "OPD", "Unit Organisasi", "Perangkat Daerah", "SKPD")),
        Isian("no_sk_lama", _padanan("Lama", "Nomor", "No SK", "Nomor SK")),
        Isian("tgl_sk_lama", _padanan("Lama", "Tanggal", "Tanggal SK")),
        Isian("tmt_lama", _padanan("Lama", *_TMT)),
        Isian("mk_lama", _padanan("Lama", *_MK)),
        Isian("gaji_lama", _padanan("Lama", *_GAJI)),
        Isian("no_sk_baru", _padanan("Baru", "Nomor", "No SK", "Nomor SK")),
        Isian("tgl_sk_baru", _padanan("Baru", "Tanggal", "Tanggal SK")),
        Isian("tmt_baru", _padanan("Baru", *_TMT), wajib=True),
        Isian("mk_baru", _padanan("Baru", *_MK)),
        Isian("gaji_baru_berkas", _padanan("Baru", *_GAJI)),
    )

    def periksa_baris(self, baris: Pemeriksa) -> None:
        baris.nip()
        if baris.ada("nama") and baris.teks("nama"):
            baris.nama()
        gol = baris.golongan() if baris.ada("gol") else None
        for kode in ("jabatan", "unit", "no_sk_lama", "no_sk_baru"):
            if baris.ada(kode):
                baris.bersih[kode] = baris.teks(kode)
        for kode in ("tgl_sk_lama", "tgl_sk_baru"):
            if baris.ada(kode):
                baris.tanggal(kode)
        tmt_lama = baris.tanggal("tmt_lama").hari if baris.ada("tmt_lama") else None
        tmt_baru = baris.tanggal("tmt_baru").hari
        mk_lama, mk_baru = (self._masa_kerja(baris, sisi) for sisi in ("lama", "baru"))
        baris.uang("gaji_lama", "GAJI_KOSONG" if baris.ada("gaji_lama") else None)
        gaji = baris.uang("gaji_baru_berkas", "GAJI_KOSONG" if baris.ada("gaji_baru_berkas") else None)
        if baris.hasil.ditolak:
            return
        if gol and mk_baru is not None and tmt_baru and gaji is not None:
            self._sesuai_tabel(baris, gol, mk_baru, tmt_baru, gaji)
        self._selang(baris, gol, (tmt_lama, tmt_baru), (mk_lama, mk_baru))

    def periksa_semua(self, baris: list[Pemeriksa]) -> None:
        tolak_duplikat(baris, self.kunci_alami)

    def _masa_kerja(self, baris: Pemeriksa, sisi: str) -> int | None:
        """Masa kerja dalam bulan; `mk_*` memuat tahun penuh, `mk_*_bulan` sisanya."""
        kode = f"mk_{sisi}"
        bulan = baris.masa_kerja(kode)
        baris.bersih[kode] = None if bulan is None else bulan // 12
        baris.bersih[f"{kode}_bulan"] = None if bulan is None else bulan % 12
        return bulan

    def _sesuai_tabel(self, baris: Pemeriksa, gol: str, mk: int, tmt: date, gaji: int) -> None:
        """Bandingkan dengan tabel yang berlaku pada TMT, sejauh diketahui hari ini."""
        try:
            sel = sel_gaji_pokok(gol, mk // 12, jenis_golongan(gol), _buku(tmt, baris.pada))
        except GalatAturan:
            return  # TMT sebelum tabel pertama yang dikenal: tidak ada pembanding
        baris.bersih["gaji_baru_tabel"] = sel.rupiah
        if sel.rupiah != gaji:
            isi = {"berkas": _rupiah(gaji), "tabel": _rupiah(sel.rupiah), "gol": gol, "mk": str(mk // 12)}
            baris.catat(
                "GAJI_BARU_TIDAK_SESUAI_TABEL",
                "gaji_baru_berkas",
                _rupiah(sel.rupiah),
                dasar=sel.dasar,
                **isi,
            )

    def _selang(
        self,
        baris: Pemeriksa,
        gol: str | None,
        tmt: tuple[date | None, date | None],
        mk: tuple[int | None, int | None],
    ) -> None:
        lama, baru = tmt
        selang = baris.buku.nilai("kgb_selang_tahun")
        sebab = ""
        if lama and baru and kgb_sesudah(lama, baris.buku) > baru:
            sebab = f"TMT {lama:%d-%m-%Y} ke {baru:%d-%m-%Y}"
        elif mk[0] is not None and mk[1] is not None and mk[1] - mk[0] < selang * 12:
            sebab = f"masa kerja {mk[0] // 12} ke {mk[1] // 12} tahun"
        if sebab and not _anak_tangga_pendek(gol, mk, selang, _buku(baru or baris.pada, baris.pada)):
            baris.catat("KGB_BELUM_DUA_TAHUN", "tmt_baru", selang=str(selang), sebab=sebab)


def _anak_tangga_pendek(gol: str | None, mk: tuple[int | None, int | None], selang: int, buku: Buku) -> bool:
    """Tabel sendiri punya anak tangga setahun (mis. II/a 0 ke 1), maka selang pendek itu benar."""
    lama, baru = mk
    if gol is None or lama is None or baru is None or lama % 12 or baru - lama >= selang * 12:
        return False
    try:
        tangga = baris_tabel(gol, jenis_golongan(gol), buku)
    except GalatAturan:
        return False
    berikut = next((t for t in tangga if t * 12 > lama), None)
    return lama // 12 in tangga and berikut is not None and berikut * 12 == baru


def _buku(tmt: date, pada: date) -> Buku:
    return Buku.susun(tmt, diketahui=max(tmt, pada))


def _rupiah(angka: int) -> str:
    return f"{angka:,}".replace(",", ".")
