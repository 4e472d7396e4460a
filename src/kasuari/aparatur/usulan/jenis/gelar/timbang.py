"""Apakah gelar itu dapat dicantumkan, dan bagaimana nama orangnya sesudahnya."""

from django.utils.translation import gettext as _

from kasuari.aparatur.pegawai.riwayat import TINGKAT_PENDIDIKAN
from kasuari.aparatur.usulan.bahan import Bahan
from kasuari.aparatur.usulan.jenis.gelar.borang import BELAJAR
from kasuari.aparatur.usulan.rangka import Isian, Timbang
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.rupa.bentuk import tanggal

PANJANG = {"gelar_depan": 60, "gelar_belakang": 100}  # kolom Orang


def timbang(b: Bahan, isian: Isian) -> Timbang:
    """Dasar: parameter `usulan_gelar_akreditasi`; keputusan pencantuman di BKN."""
    tmt, data = isian.tmt, isian.data
    assert tmt is not None
    depan, belakang = (str(data.get(k) or "").strip() for k in PANJANG)
    orang = b.p.orang
    baru = {
        "gelar_depan": " ".join(x for x in (orang.gelar_depan, depan) if x),
        "gelar_belakang": ", ".join(x for x in (orang.gelar_belakang, belakang) if x),
    }
    kurang = [] if depan or belakang else [_("Gelar yang dicantumkan belum diisi.")]
    kurang += [
        _("Gelar %(g)s sudah tercantum pada namanya.") % {"g": g}
        for g, lama in ((depan, orang.gelar_depan), (belakang, orang.gelar_belakang))
        if g and g.lower() in lama.lower()
    ]
    kurang += [
        _("Gelarnya terlalu panjang sesudah digabung: paling banyak %(n)s huruf.") % {"n": n}
        for k, n in PANJANG.items()
        if len(baru[k]) > n
    ]
    kurang += _ijazah(b, isian)
    isi = {
        **{k: str(data.get(k) or "") for k in ("tingkat", "jurusan", "lembaga", "nomor_ijazah", "akreditasi", "belajar")},
        **baru, "gelar": [depan, belakang], "tmt": tmt.isoformat(), "nama_lama": orang.nama_gelar,
        "nama_baru": _nama(orang.nama, **baru),
    }  # fmt: skip
    return Timbang(
        isi, (), kurang, _gelar_dan_ijazah(b, f"{depan} {belakang}", str(data.get("tingkat") or ""))
    )


def _gelar_dan_ijazah(b: Bahan, gelar: str, tingkat: str) -> list[str]:
    """Peringatan bagi pemeriksa bila gelarnya bukan gelar tingkat ijazah itu. Gelar di luar tabel tidak dinilai."""
    tabel, ingat = b.buku(hari_ini()).tabel("usulan_gelar_tingkat"), []
    for satu in gelar.replace(",", " ").split():
        awalan = max((a for a in tabel if satu.startswith(a)), key=len, default="")
        boleh = str(tabel[awalan]).split() if awalan else [tingkat]
        if not boleh:
            ingat.append(_("%(g)s sebutan jabatan, bukan gelar dari ijazah.") % {"g": satu})
        elif tingkat not in boleh:
            ingat.append(
                _(
                    "Gelar %(g)s biasanya dari ijazah %(b)s, sedangkan ijazahnya %(t)s. Cocokkan dengan ijazah."
                )
                % {"g": satu, "b": ", ".join(boleh), "t": tingkat or "-"}
            )
    return ingat


def _ijazah(b: Bahan, isian: Isian) -> list[str]:
    tmt, data = isian.tmt, isian.data
    assert tmt is not None
    hasil = []
    if tmt > hari_ini():
        hasil.append(_("Tanggal ijazah %(t)s belum tiba.") % {"t": tanggal(tmt)})
    if tmt <= b.p.lahir:
        hasil.append(_("Tanggal ijazah lebih awal daripada tanggal lahir."))
    if data.get("tingkat") not in TINGKAT_PENDIDIKAN:
        hasil.append(_("Tingkat ijazah belum dipilih."))
    if data.get("belajar") not in BELAJAR:
        hasil.append(_("Dasar belajar (izin atau tugas belajar) belum dipilih."))
    boleh = [str(a) for a in b.buku(hari_ini()).nilai("usulan_gelar_akreditasi")]
    if data.get("akreditasi") not in boleh:
        hasil.append(
            _("Akreditasi program studi %(a)s; yang dapat dicantumkan: %(b)s.")
            % {"a": data.get("akreditasi") or _("belum diisi"), "b": ", ".join(boleh)}
        )
    return hasil


def _nama(nama: str, gelar_depan: str, gelar_belakang: str) -> str:
    return " ".join(filter(None, (gelar_depan, nama))) + (f", {gelar_belakang}" if gelar_belakang else "")
