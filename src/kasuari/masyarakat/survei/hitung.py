"""Menghitung hasil satu periode dari jawabannya. Angka hukum dari `aturan.skm`; di sini pengelompokan dan mutu statistik."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from kasuari.aturan.buku import Buku
from kasuari.aturan.galat import MasukanTidakSah
from kasuari.aturan.skm import hitung_jawaban, paling_sedikit
from kasuari.masyarakat.survei.models import UNSUR, Periode
from kasuari.masyarakat.survei.soal import unsur_versi
from kasuari.masyarakat.survei.statistik import alpha_cronbach, persen, selang

METODE = "eksak"
DIRI = ("jk", "usia", "pendidikan", "pekerjaan")
TERTINGGI = 4
TEMPAT_IKM, TEMPAT_NRR = 2, 4


def periode_skm(periode: Periode, buku: Buku) -> dict[str, Any]:
    """Hasil utuh satu periode SKM, siap dibekukan sebagai JSON (angka pecahan sebagai tulisan). Tidak menahan apa pun."""
    unsur = unsur_versi(periode.versi.isi)
    baris = list(periode.jawaban.order_by("id").values_list("layanan_kode", "lapis", "mode", *DIRI, *UNSUR))
    letak = [7 + UNSUR.index(u) for u in unsur]
    nilai = [tuple(b[k] for k in letak) for b in baris]
    hasil: dict[str, Any] = {
        **kelompok(unsur, nilai, buku),
        "layanan": _bagian(baris, nilai, 0, unsur, buku),
        "lapis": _bagian(baris, nilai, 1, unsur, buku),
        "mode": dict(sorted(Counter(b[2] for b in baris).items())),
        "diri": {k: dict(sorted(Counter(b[3 + n] for b in baris).items())) for n, k in enumerate(DIRI)},
        "petugas": periode.petugas,
        "sampel": sampel(periode.rencana, buku),
    }
    hasil["tanda"] = tanda(periode, hasil, buku)
    return hasil


def kelompok(unsur: Sequence[str], nilai: Sequence[Sequence[int | None]], buku: Buku) -> dict[str, Any]:
    """Angka satu kelompok jawaban; {"n": 0} bila kosong atau ada unsur yang tidak dijawab seorang pun."""
    n = len(nilai)
    try:
        h = hitung_jawaban(unsur, nilai, buku) if n else None
    except MasukanTidakSah:
        h = None
    if h is None:
        return {"n": n}
    penuh = [b for b in nilai if None not in b]
    rata = [Fraction(sum(b), len(b)) for b in penuh]  # type: ignore[arg-type]
    jumlah = {u: sum(b[k] for b in nilai if b[k] is not None) for k, u in enumerate(unsur)}  # type: ignore[misc]
    return {
        "n": n, "ikm": f"{h.ikm:.2f}", "mutu": h.mutu, "metode": h.metode_bobot, "rezim": h.rezim,
        "selang": _teks(selang(rata, int(buku.nilai("skm_pengali")), TEMPAT_IKM, (25, 100))),
        "alpha": _teks1(alpha_cronbach(penuh)),  # type: ignore[arg-type]
        "seragam": str(persen(sum(len(set(b)) == 1 for b in penuh), n)),
        "tertinggi": str(persen(sum(set(b) == {TERTINGGI} for b in penuh), n)),
        "unsur": {
            u: {
                "jumlah": jumlah[u], "n": h.banyak[u], "mutu": h.mutu_unsur[u],
                "selang": _teks(selang([b[k] for b in nilai if b[k] is not None], 1, TEMPAT_NRR, (1, 4))),  # type: ignore[misc]
            }
            for k, u in enumerate(unsur)
        },
    }  # fmt: skip


def _bagian(
    baris: Sequence[tuple], nilai: Sequence[tuple], kolom: int, unsur: Sequence[str], buku: Buku
) -> dict[str, Any]:
    isi: dict[str, list[tuple]] = defaultdict(list)
    for b, v in zip(baris, nilai, strict=True):
        isi[b[kolom]].append(v)
    return {k: kelompok(unsur, v, buku) for k, v in sorted(isi.items())}


def _teks(ujung: Sequence[object] | None) -> list[str] | None:
    return None if ujung is None else [str(u) for u in ujung]


def _teks1(nilai: object | None) -> str | None:
    return None if nilai is None else str(nilai)


def sampel(rencana: Mapping[str, Any], buku: Buku) -> dict[str, int | None]:
    """Populasi dan responden paling sedikit menurut Krejcie dan Morgan; None bila populasinya belum diketahui."""
    populasi = sum(rencana.get("populasi", {}).values())
    return {"populasi": populasi or None, "perlu": paling_sedikit(populasi, buku) if populasi else None}


def tanda(periode: Periode, hasil: Mapping[str, Any], buku: Buku) -> list[dict[str, str]]:
    """Tanda jawaban yang diarahkan atau diisi sendiri: {"kode", "nilai", "batas"} dalam persen. Hasilnya tidak diubah."""
    batas = buku.tabel("skm_curiga")
    n = hasil["n"]
    if "ikm" not in hasil:
        return []
    hari = list(periode.cacah_hari.values_list("n", flat=True))
    perangkat = list(periode.cacah_perangkat.values_list("n", flat=True))
    ukuran = {
        "sehari": persen(max(hari) * len(hari), sum(hari)) if len(hari) > 1 else 0,
        "tertinggi": hasil["tertinggi"],
        "seragam": hasil["seragam"],
        "perangkat": persen(max(perangkat), n) if perangkat and max(perangkat) > 1 else 0,
    }
    return [
        {"kode": k, "nilai": str(v), "batas": str(batas[k])}
        for k, v in ukuran.items()
        if Fraction(str(v)) >= batas[k]
    ]


def periode_lain(periode: Periode) -> dict[str, Any]:
    """Hasil survei lain: banyak jawaban tiap pilihan tiap soal."""
    hitung: dict[str, Counter[str]] = {
        s["kode"]: Counter() for s in periode.versi.isi["soal"] if s["jenis"] != "teks"
    }
    n = 0
    for isi in periode.jawaban_lain.values_list("isi", flat=True):
        n += 1
        for kode, nilai in isi.items():
            if kode in hitung:
                hitung[kode][str(nilai)] += 1
    return {
        "n": n,
        "soal": {k: dict(sorted(c.items())) for k, c in hitung.items()},
        "sampel": {},
        "tanda": [],
    }
