"""'Data kami / SIASN': menarik, mencatat perbedaan tiap kolom, dan memutuskan siapa yang benar. Tidak ada yang menimpa."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from kasuari.aparatur.pegawai import peristiwa
from kasuari.aparatur.pegawai.models import Pegawai, SelisihSiasn
from kasuari.aparatur.pegawai.selectors import nik
from kasuari.aparatur.pegawai.siasn import GalatSiasn, Klien, NipTidakAda
from kasuari.aparatur.pegawai.siasn.banding import bandingkan
from kasuari.dasar.akun.izin import pastikan
from kasuari.dasar.inti.galat import BedaVersi, MasukanSalah, TidakAda
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.inti.pengenal import uuid_dari
from kasuari.dasar.inti.waktu import sekarang
from kasuari.dasar.jejak.antrean import antre
from kasuari.dasar.jejak.pintu import Hasil, pintu
from kasuari.dasar.jejak.service import catat

K = SelisihSiasn.Keputusan


def tarik_selisih(pelaku: Pelaku, nip: Sequence[str], klien: Klien, kunci: UUID) -> Hasil:
    """Menarik data utama tiap NIP lalu mencatat perbedaannya. Jaringan di luar transaksi.

    NIP yang tidak dikenal SIASN dilewati dan dihitung; gangguan lain menghentikan semuanya (GalatSiasn).
    Hasil: {"ditarik", "beda", "sama", "tidak_ada"}.
    """
    pastikan(pelaku, "pegawai.selisih")
    data: dict[str, dict[str, Any]] = {}
    hilang = 0
    for n in nip:
        try:
            data[n] = klien.data_utama(n)
        except NipTidakAda:
            hilang += 1
    return catat_selisih(pelaku, data=data, tidak_ada=hilang, kunci=kunci)


@pintu("pegawai.catat_selisih")
def catat_selisih(
    pelaku: Pelaku, *, data: Mapping[str, Mapping[str, Any]], tidak_ada: int, kunci: UUID
) -> Hasil:
    """Menulis hasil banding. Keputusan lama bertahan selama kedua nilainya sama; nilai baru membukanya lagi."""
    pastikan(pelaku, "pegawai.selisih")
    pegawai = list(Pegawai.objects.select_related("orang", "kini").filter(nip__in=data))
    lama = {(s.pegawai_id, s.kolom): s for s in SelisihSiasn.objects.filter(pegawai__in=pegawai)}
    beda = 0
    for p in pegawai:
        hasil = bandingkan(p, nik(p), data[p.nip])
        beda += len(hasil)
        for b in hasil:
            _simpan(lama.pop((p.id, b.kolom), None), p, b)
    for s in lama.values():
        if s.keputusan != K.SELESAI:
            SelisihSiasn.objects.filter(id=s.id).update(
                keputusan=K.SELESAI, ditarik=sekarang(), versi=s.versi + 1
            )
    angka = {"ditarik": len(pegawai), "beda": beda, "sama": len(lama), "tidak_ada": tidak_ada}
    if pegawai:
        catat(
            peristiwa.SELISIH_TARIK,
            pelaku,
            ("pegawai", None),
            sesudah=angka,
            subjek=[p.orang.uid for p in pegawai],
        )
    return Hasil(data=angka)


def _simpan(lama: SelisihSiasn | None, p: Pegawai, b: Any) -> None:
    saat = sekarang()
    if lama is None:
        SelisihSiasn.objects.create(pegawai=p, kolom=b.kolom, kami=b.kami, siasn=b.siasn, ditarik=saat)
        return
    tetap = (lama.kami, lama.siasn) == (b.kami, b.siasn) and lama.keputusan != K.SELESAI
    ubah: dict[str, Any] = {"ditarik": saat}
    if not tetap:
        ubah |= {
            "kami": b.kami,
            "siasn": b.siasn,
            "keputusan": K.BELUM,
            "catatan": "",
            "versi": lama.versi + 1,
        }
    SelisihSiasn.objects.filter(id=lama.id).update(**ubah)


@pintu("pegawai.putuskan_selisih")
def putuskan_selisih(
    pelaku: Pelaku, *, selisih: UUID, keputusan: str, catatan: str, versi: int, kunci: UUID
) -> Hasil:
    """Siapa yang benar, dengan catatan di mana diperbaiki. BedaVersi bila orang lain lebih dulu."""
    s = SelisihSiasn.objects.select_related("pegawai__orang", "pegawai__kini").filter(uid=selisih).first()
    if s is None:
        raise TidakAda("Perbedaan ini tidak ada.")
    pastikan(pelaku, "pegawai.selisih", s, lihat="pegawai.selisih")
    if keputusan not in {K.KAMI, K.SIASN, K.BELUM}:
        raise MasukanSalah("Pilih siapa yang benar.", "keputusan")
    ubah = SelisihSiasn.objects.filter(id=s.id, versi=versi).update(
        keputusan=keputusan, catatan=catatan.strip()[:250], versi=versi + 1
    )
    if not ubah:
        raise BedaVersi("Perbedaan ini baru saja diputuskan orang lain. Muat ulang, lalu periksa lagi.")
    catat(
        peristiwa.SELISIH, pelaku, ("selisih", s.uid), sebelum={"keputusan": s.keputusan},
        sesudah={"kolom": s.kolom, "keputusan": keputusan}, alasan=catatan, subjek=[s.pegawai.orang.uid],
    )  # fmt: skip
    return Hasil(s.uid)


@pintu("pegawai.minta_tarik")
def minta_tarik(pelaku: Pelaku, *, unit: str, kunci: UUID) -> Hasil:
    """Menaruh penarikan satu unit (UUID) atau semuanya ('') di antrean."""
    pastikan(pelaku, "pegawai.selisih")
    antre("pegawai.selisih", f"{pelaku.akun}|{unit}", uuid_dari("pegawai.selisih", kunci))
    return Hasil()


__all__ = ["GalatSiasn", "catat_selisih", "minta_tarik", "putuskan_selisih", "tarik_selisih"]
