"""Menulis ulang pohon unit hari ini (`UnitKini`, `UnitLeluhur`) dari fakta; dipanggil dalam transaksi perubahan."""

from kasuari.dasar.inti.fakta import keadaan
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.simpan import simpan_banyak
from kasuari.dasar.organisasi.models import JENIS_OPD, UnitKeadaan, UnitKini, UnitLeluhur

URUT_JENIS = {
    j: n
    for n, j in enumerate(
        ("sekretariat", "inspektorat", "badan", "dinas", "rumah_sakit", "distrik", "bagian", "bidang", "subbagian",
         "seksi", "upt", "puskesmas", "sekolah", "kelurahan")
    )
}  # fmt: skip

BERPUTAR = "Susunan unit berputar: ada unit yang menjadi atasan dari atasannya sendiri."


def tulis_kini() -> None:
    """Pohon unit yang hidup hari ini. Lingkaran induk ditolak dengan kalimat, tidak berputar."""
    hidup = {f.subjek_id: f for f in keadaan(UnitKeadaan) if not f.nihil}
    anak: dict[int | None, list[UnitKeadaan]] = {}
    for f in hidup.values():
        induk = f.induk_id if f.induk_id in hidup else None
        anak.setdefault(induk, []).append(f)
    for saudara in anak.values():
        saudara.sort(key=lambda f: (URUT_JENIS.get(f.jenis, 99), f.nama))
    baris: list[tuple] = []
    leluhur: list[tuple[int, int]] = []

    def telusur(f: UnitKeadaan, jalur: tuple[int, ...], opd: int | None) -> None:
        opd = opd or (f.subjek_id if f.jenis in JENIS_OPD and len(jalur) <= 1 else None)
        baris.append(
            (
                f.subjek_id,
                jalur[-1] if jalur else None,
                opd,
                f.nama,
                f.singkatan,
                f.jenis,
                f.kode_wilayah,
                len(jalur),
                len(baris),
            )
        )
        jalur = (*jalur, f.subjek_id)
        leluhur.extend((atas, f.subjek_id) for atas in jalur)
        for a in anak.get(f.subjek_id, ()):
            telusur(a, jalur, opd)

    for akar in anak.get(None, ()):
        telusur(akar, (), None)
    if len(baris) != len(hidup):
        raise MasukanSalah(BERPUTAR, "induk")
    UnitLeluhur.objects.all().delete()
    UnitKini.objects.all().delete()
    kolom = ("unit", "induk", "opd", "nama", "singkatan", "jenis", "kode_wilayah", "dalam", "urut")
    simpan_banyak(UnitKini, kolom, baris)
    simpan_banyak(UnitLeluhur, ("leluhur", "unit"), leluhur)
