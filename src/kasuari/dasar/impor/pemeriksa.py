"""Alat subjek untuk satu baris: mengambil sel, membersihkannya, dan mencatat temuan di tempat yang benar."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from kasuari.aturan.buku import Buku
from kasuari.aturan.masa_kerja import tambah_tahun

from .baca.tabel import KOSONG, Sel
from .hasil import Alasan, BarisPeriksa
from .nilai import Bersih, kosong, rapikan
from .nilai.lain import bersihkan_bilangan, bersihkan_golongan, bersihkan_jk, bersihkan_masa_kerja
from .nilai.nama import bersihkan_nama
from .nilai.nip import bersihkan_nip
from .nilai.tanggal import TAHUN_JANGKAR, TINJAU, TOLAK, Gaya, Terbaca, baca_tanggal, gaya_kolom
from .nilai.uang import bersihkan_uang
from .tata.susun import BarisData, Tersusun


class Pemeriksa:
    """Satu baris yang sedang diperiksa. Hasilnya di `hasil`; nilai baku di `bersih`."""

    def __init__(self, tersusun: Tersusun, data: BarisData, pada: date, buku: Buku) -> None:
        self.tersusun, self.data, self.pada, self.buku = tersusun, data, pada, buku
        mentah = {tersusun.nama_kolom[k]: s.teks for k, s in enumerate(data.sel) if s.teks.strip()}
        self.hasil = BarisPeriksa(data.nomor, mentah, {})
        self.bersih: dict[str, Any] = self.hasil.bersih

    def ada(self, isian: str) -> bool:
        """Apakah berkas ini punya kolom itu."""
        return isian in self.tersusun.letak

    def sel(self, isian: str) -> Sel:
        return self.data.sel[self.tersusun.letak[isian]] if self.ada(isian) else KOSONG

    def teks(self, isian: str) -> str | None:
        """Teks rapi, None bila kosong."""
        teks = self.sel(isian).teks
        return None if kosong(teks) else rapikan(teks)

    def catat(self, kode: str, isian: str = "", saran: str | None = None, **isi: str) -> None:
        """Catat temuan di baris fisik sel itu."""
        ada = self.ada(isian)
        baris = self.data.fisik[self.tersusun.letak[isian]] if ada else self.data.nomor
        # penolakan menyangkut orangnya, maka dilaporkan di baris pertamanya
        temuan = Alasan(
            baris, kode, self.tersusun.judul(isian) if isian else "", self.sel(isian).teks, saran, isi
        )
        if temuan.tingkat == "tolak" and baris != self.data.nomor:
            temuan = Alasan(self.data.nomor, kode, temuan.kolom, temuan.teks, saran, isi)
        self.hasil.alasan.append(temuan)

    def pakai(self, isian: str, bersih: Bersih, sebagai: str | None = None) -> Any:
        """Simpan nilai bersih, catat kodenya bila ada."""
        if bersih.kode:
            self.catat(bersih.kode, isian, bersih.saran, **bersih.isi)
        self.bersih[sebagai or isian] = bersih.nilai
        return bersih.nilai

    def nip(self, isian: str = "nip") -> str | None:
        bersih = bersihkan_nip(self.sel(isian))
        if bersih.isi.get("ekor"):
            self.catat("NIP_NOL_DI_EKOR", isian)
        if bersih.nilai and int(bersih.nilai[8:12]) > self.pada.year + 1:
            self.catat("NIP_SUSUNAN", isian, sebab="Tahun TMT di dalam NIP masih jauh di depan.")
        return self.pakai(isian, bersih)

    def nama(self, isian: str = "nama") -> None:
        """Nama, dengan gelar yang terpisah bila tertulis di sel yang sama."""
        bersih = bersihkan_nama(self.sel(isian).teks)
        if bersih.nilai is None:
            self.pakai(isian, bersih)
            return
        self.bersih[isian] = bersih.nilai.nama
        for kolom, nilai in (
            ("gelar_depan", bersih.nilai.gelar_depan),
            ("gelar_belakang", bersih.nilai.gelar_belakang),
        ):
            if nilai or self.ada(kolom):
                self.bersih[kolom] = self.teks(kolom) or nilai or None

    def golongan(self, isian: str = "gol") -> str | None:
        return self.pakai(isian, bersihkan_golongan(self.sel(isian).teks))

    def jk(self, isian: str = "jk") -> str | None:
        return self.pakai(isian, bersihkan_jk(self.sel(isian)))

    def uang(self, isian: str, kode_kosong: str | None = None, sebagai: str | None = None) -> int | None:
        nilai = self.pakai(isian, bersihkan_uang(self.sel(isian)), sebagai)
        if nilai is None and kode_kosong and kosong(self.sel(isian).teks):
            self.catat(kode_kosong, isian)
        return nilai

    def bilangan(self, isian: str, satuan: str = "") -> int | None:
        return self.pakai(isian, bersihkan_bilangan(self.sel(isian).teks, "ANGKA_TIDAK_SAH", satuan))

    def masa_kerja(self, isian: str) -> int | None:
        """Masa kerja dalam bulan."""
        return self.pakai(isian, bersihkan_masa_kerja(self.sel(isian).teks))

    def tanggal(
        self, isian: str, sel: Sel | None = None, sebagai: str | None = None, lampau: bool = False
    ) -> Terbaca:
        """Baca tanggal, catat temuannya, simpan ISO. `lampau` = tahun dua angka tidak mungkin di depan hari ini."""
        terbaca = baca_tanggal(sel or self.sel(isian), self._gaya(isian, lampau))
        teks = (sel or self.sel(isian)).teks
        saran = " atau ".join(t.strftime("%d-%m-%Y") for t in terbaca.dugaan) or None
        if terbaca.putusan == TINJAU:
            self.catat("TANGGAL_AMBIGU", isian, saran, sebab=terbaca.sebab, teks=teks)
        elif terbaca.putusan == TOLAK:
            kode = "TANGGAL_TIDAK_WAJAR" if terbaca.tidak_wajar else "TANGGAL_TIDAK_SAH"
            self.catat(kode, isian, saran, sebab=terbaca.sebab, teks=teks)
        elif terbaca.dua_digit and terbaca.hari:
            self.catat("TAHUN_DUA_DIGIT", isian, dibaca=terbaca.hari.strftime("%d-%m-%Y"))
        self.bersih[sebagai or isian] = terbaca.hari.isoformat() if terbaca.hari else None
        return terbaca

    def wajar(self, isian: str, hari: date | None, lahir: date | None, usia_terendah: int) -> None:
        """Tolak tanggal sebelum orangnya cukup umur."""
        if hari and lahir and hari < tambah_tahun(lahir, usia_terendah):
            sebab = f"orangnya belum {usia_terendah} tahun pada hari itu"
            self.catat("TANGGAL_TIDAK_WAJAR", isian, sebab=sebab)

    def periksa_lebar(self, kepala: int, biasa: int) -> None:
        """Baris csv yang terpotong atau bergeser karena pemisah di dalam sel."""
        asli = self.data.lebar_asli
        if self.tersusun.tabel.pemisah is None or asli == kepala:
            return
        if asli < kepala <= biasa:
            hilang = ", ".join(filter(None, self.tersusun.label[asli:kepala]))
            self.catat(
                "KOLOM_KURANG", sebab=f"Baris ini hanya {asli} dari {kepala} sel; yang hilang: {hilang}."
            )
        elif asli > kepala and biasa <= kepala and any(s.teks.strip() for s in self.data.sel[kepala:]):
            self.catat("KOLOM_LEBIH")

    def sidik(self, kecuali: Sequence[str] = ("no_urut",)) -> dict[str, Any]:
        """Isi baris untuk dibandingkan: nilai bersih bagi yang dipetakan, teks rapi bagi yang tidak."""
        letak = self.tersusun.letak
        tidak = {letak[k] for k in kecuali if k in letak} | set(letak.values())
        lain = {
            self.tersusun.label[k] or str(k): rapikan(s.teks).casefold()
            for k, s in enumerate(self.data.sel)
            if k not in tidak
        }
        return {**lain, **{k: v for k, v in self.bersih.items() if k not in kecuali}}

    def _gaya(self, isian: str, lampau: bool) -> Gaya:
        tahun = self.pada.year if lampau else self.pada.year + TAHUN_JANGKAR
        return gaya_isian(self.tersusun, isian, tahun)


def gaya_isian(tersusun: Tersusun, isian: str, tahun_akhir: int) -> Gaya:
    """Gaya tanggal satu kolom, dihitung sekali untuk satu lembar."""
    tembolok = tersusun.gaya
    kunci = (isian, tahun_akhir)
    if kunci not in tembolok:
        k = tersusun.letak.get(isian)
        sel: Iterable[Sel] = () if k is None else (b.sel[k] for b in tersusun.baris)
        tembolok[kunci] = gaya_kolom(sel, tahun_akhir, tersusun.tabel.geser_1904)
    return tembolok[kunci]


def tolak_duplikat(baris: Sequence[Pemeriksa], kunci: Sequence[str]) -> None:
    """Kunci sama: yang pertama dipertahankan; sisanya DUPLIKAT_IDENTIK atau DUPLIKAT_KONFLIK."""
    pertama: dict[tuple[Any, ...], Pemeriksa] = {}
    for p in baris:
        if p.hasil.ditolak or any(p.bersih.get(k) is None for k in kunci):
            continue
        nilai = tuple(p.bersih[k] for k in kunci)
        asal = pertama.setdefault(nilai, p)
        if asal is p:
            continue
        lama, baru = asal.sidik(), p.sidik()
        beda = [k for k in lama if lama[k] != baru.get(k)]
        isi = {"baris_lain": str(asal.hasil.baris), "beda": ", ".join(beda[:4])}
        p.catat("DUPLIKAT_KONFLIK" if beda else "DUPLIKAT_IDENTIK", **isi)
