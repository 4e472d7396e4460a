"""Seleksi kompetensi bidang (SKB): susunan bobot yang boleh menurut jenis instansi."""

from collections.abc import Mapping

from ..buku import Buku
from ..galat import tolak

_CAT, _WAWANCARA = "CAT", "wawancara"


def periksa_bobot_skb(instansi: str, bobot: Mapping[str, int], buku: Buku) -> tuple[int, list[str]]:
    """(jumlah bobot persen, sebab-sebab tidak sah). Daftar kosong berarti sah.

    `bobot`: nama tes -> persen; tes utama bernama CAT. Dasar: PermenPANRB 6/2024 (pusat: CAT sedikitnya
    separuh, paling banyak tiga tes lain, wawancara dibatasi; daerah: satu tes lain, tanpa wawancara).
    Galat: `MasukanTidakSah` bila jenis instansi tidak dikenal atau bobotnya negatif.
    """
    batas = buku.tabel("seleksi_skb_batas")
    boleh = dict.fromkeys(k.split(".")[0] for k in batas)
    if instansi not in boleh:
        raise tolak("agency", f"jenis instansi '{instansi}' tidak dikenal", boleh)
    for nama, persen in bobot.items():
        if persen < 0:
            raise tolak("weights", f"bobot {nama} negatif", ["0 sampai 100"])

    def b(kunci: str) -> int:
        return int(batas[f"{instansi}.{kunci}"])

    jumlah = sum(bobot.values())
    lain = {n: w for n, w in bobot.items() if n != _CAT}
    sebab = [
        (jumlah == 100, f"Jumlah bobot {jumlah}, seharusnya 100."),
        (bobot.get(_CAT, 0) >= b("cat_paling_sedikit"), f"Bobot CAT di bawah {b('cat_paling_sedikit')}."),
        (len(lain) <= b("tes_lain_paling_banyak"), f"Tes lain lebih dari {b('tes_lain_paling_banyak')}."),
        (sum(lain.values()) <= b("tes_lain_bobot"), f"Bobot tes lain melebihi {b('tes_lain_bobot')}."),
        (lain.get(_WAWANCARA, 0) <= b("wawancara"), f"Bobot wawancara melebihi {b('wawancara')}."),
    ]
    return jumlah, [kalimat for sah, kalimat in sebab if not sah]
