"""Jenis kasus: predikat kinerja, pola sebaran, dan tanggal penilaian."""

from collections.abc import Mapping
from decimal import Decimal

from ... import skp
from ...bulat import wajar
from ...galat import tolak
from ..daftar import Jawaban, dari_susunan, jenis
from ..isian import Isian

_SKALA_BAGIAN = 1_000_000


@jenis("predikat_matrix", "hasil_kerja perilaku")
def predikat_matrix(isian: Isian) -> Jawaban:
    return dari_susunan(skp.SUSUNAN, isian.data_biasa(), isian.buku(), {"predikat": "predikat"})


@jenis("kurva_distribusi_check", "predikat_organisasi share")
def kurva_distribusi_check(isian: Isian) -> Jawaban:
    """Bagian tiap predikat berjumlah 1; dihitung sebagai orang per sejuta, tepat sampai enam desimal."""
    bagian = isian.ambil("share", Mapping, "objek predikat ke bagian")
    orang = {skp.BIDANG_ORANG[_predikat(n)]: _orang(n, v) for n, v in bagian.items()}
    if sum(orang.values()) != _SKALA_BAGIAN:
        raise tolak("share", "jumlah bagian harus 1", ["bagian 0 sampai 1 yang berjumlah 1"])
    organisasi = isian.teks("predikat_organisasi")
    masukan = {"predikat_organisasi": organisasi, **orang}
    jawab = dari_susunan(skp.SUSUNAN, masukan, isian.buku(), {"ok": "sebaran_sesuai"})
    banyak = {n: orang.get(b, 0) for n, b in skp.BIDANG_ORANG.items()}
    peringatan = skp.periksa_sebaran(organisasi, banyak, jawab.buku)
    hasil = {"ok": not peringatan, "peringatan": [p.kalimat for p in peringatan]}
    return Jawaban(hasil, jawab.jejak, jawab.buku)


def _predikat(nama: str) -> str:
    if nama not in skp.BIDANG_ORANG:
        raise tolak("share", f"predikat '{nama}' tidak dikenal", skp.BIDANG_ORANG)
    return nama


def _orang(nama: str, nilai: object) -> int:
    boleh = ["0 sampai 1, paling banyak 6 desimal"]
    if isinstance(nilai, bool) or not isinstance(nilai, int | Decimal) or not wajar(Decimal(nilai)):
        raise tolak("share", f"bagian {nama} bukan angka", boleh)
    orang = Decimal(nilai) * _SKALA_BAGIAN
    if not 0 <= orang <= _SKALA_BAGIAN or orang != int(orang):
        raise tolak("share", f"bagian {nama} {nilai} di luar rentang", boleh)
    return int(orang)


@jenis("skp_tanggal", "tahun")
def skp_tanggal(isian: Isian) -> Jawaban:
    """Tanggal penetapan SKP dan akhir evaluasinya."""
    keluar = {"penetapan": "batas_penetapan_skp", "evaluasi": "batas_evaluasi_skp"}
    return dari_susunan(skp.SUSUNAN, isian.data_biasa(), isian.buku(), keluar)
