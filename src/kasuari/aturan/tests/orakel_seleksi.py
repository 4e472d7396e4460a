"""Seleksi satu formasi dengan daftar dan Decimal biasa: pembanding yang ditulis terpisah dari jalan kolom."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from kasuari.aturan.buku import Buku

_TIGA = Decimal("0.001")


def _lulus(o: dict, total: int, ambang: dict) -> bool:
    nilai = {"twk": o["twk"], "tiu": o["tiu"], "tkp": o["tkp"], "total": total}
    return all(nilai[b] >= a for b, a in ambang.items())


def _akhir(skd: int, skb: Decimal, buku: Buku) -> Decimal:
    """Nilai akhir dengan tiga pembulatan HALF_UP tiga desimal."""
    butir, bobot = buku.tabel("seleksi_skd_butir"), buku.tabel("seleksi_bobot_integrasi")
    maks = sum(butir[f"soal.{b}"] for b in ("twk", "tiu", "tkp")) * butir["nilai_soal"]

    def bulat(x: Decimal) -> Decimal:
        return x.quantize(_TIGA, ROUND_HALF_UP)

    skd_100 = bulat(Decimal(skd) * 100 / maks)
    skb_100 = bulat(skb * 100 / buku.nilai("seleksi_skb_maks"))
    return bulat(skd_100 * bobot["skd"] / 100) + bulat(skb_100 * bobot["skb"] / 100)


def formasi(pelamar: Sequence[dict], tempat: int, buku: Buku) -> list[dict[str, int]]:
    """Hasil tiap pelamar satu formasi: total_skd, lulus_ambang, masuk (jendela SKB), nilai_akhir, peringkat.

    `pelamar`: jalur (nama), twk, tiu, tkp, skb (skala 1000), ipk, lahir. Yang tidak masuk: nilai_akhir dan
    peringkat 0. `nilai_akhir` pada skala 1000.
    """
    tabel = buku.tabel("seleksi_skd_ambang")
    total = [o["twk"] + o["tiu"] + o["tkp"] for o in pelamar]
    lulus = []
    for o, t in zip(pelamar, total, strict=True):
        awal = o["jalur"] + "."
        lulus.append(_lulus(o, t, {k.removeprefix(awal): v for k, v in tabel.items() if k.startswith(awal)}))
    skd = [(t, o["tkp"], o["tiu"], o["twk"]) for o, t in zip(pelamar, total, strict=True)]
    peserta = sorted((k for k, boleh in zip(skd, lulus, strict=True) if boleh), reverse=True)
    batas = tempat * buku.nilai("seleksi_kali_formasi")
    terendah = None if not peserta else peserta[min(batas, len(peserta)) - 1]
    masuk = [boleh and k >= terendah for k, boleh in zip(skd, lulus, strict=True)]
    akhir = [
        _akhir(t, Decimal(o["skb"]) / 1000, buku) if m else Decimal(0)
        for o, t, m in zip(pelamar, total, masuk, strict=True)
    ]
    kunci = [(a, *k, o["ipk"], -o["lahir"]) for a, k, o in zip(akhir, skd, pelamar, strict=True)]
    urut = sorted((k for k, m in zip(kunci, masuk, strict=True) if m), reverse=True)
    return [
        {
            "total_skd": t,
            "lulus_ambang": int(boleh),
            "masuk": int(m),
            "nilai_akhir": int(a * 1000),
            "peringkat": urut.index(k) + 1 if m else 0,
        }
        for t, boleh, m, a, k in zip(total, lulus, masuk, akhir, kunci, strict=True)
    ]
