"""Menyusun data peta distrik dari poligon kelurahan: python script/peta.py KELURAHAN.geojson

Tepi dalam satu distrik dibuang, busur di antara simpang disederhanakan sekali untuk kedua tetangganya
(jadi tidak ada celah), lalu ditulis sebagai jalur SVG bilangan bulat ke data/peta_distrik.json milik rupa.
"""

import json
import sys
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

LEBAR, TOLERANSI, PULAU_TERKECIL = 1000, 1.6, 20.0
TUJUAN = Path(__file__).parent.parent / "src/kasuari/dasar/rupa/data/peta_distrik.json"


def tepi_distrik(berkas: Path) -> dict[str, set[frozenset]]:
    """Tepi luar tiap distrik: tepi yang dipakai tepat satu kelurahan di dalam distrik itu."""
    hitung: dict[str, Counter] = defaultdict(Counter)
    for bentuk in json.loads(berkas.read_text())["features"]:
        geo = bentuk["geometry"]
        for poligon in geo["coordinates"] if geo["type"] == "MultiPolygon" else [geo["coordinates"]]:
            for cincin in poligon:
                titik = [tuple(t) for t in cincin]
                hitung[bentuk["properties"]["induk"]].update(
                    frozenset(e) for e in pairwise(titik) if e[0] != e[1]
                )
    return {kode: {e for e, n in c.items() if n % 2} for kode, c in hitung.items()}


def busur(tepi: dict[str, set[frozenset]]) -> list[tuple[frozenset, list]]:
    """(pemilik, titik berurut) tiap rantai tepi dengan pemilik yang sama, putus di simpang."""
    pemilik: dict[frozenset, set] = defaultdict(set)
    for kode, isi in tepi.items():
        for e in isi:
            pemilik[e].add(kode)
    tetangga = defaultdict(set)
    for e in pemilik:
        a, b = e
        tetangga[a].add(b)
        tetangga[b].add(a)

    def simpang(t):
        return len(tetangga[t]) != 2 or len({frozenset(pemilik[frozenset((t, u))]) for u in tetangga[t]}) > 1

    sisa, hasil = set(pemilik), []

    def telusuri(awal, lanjut):
        rantai = [awal, lanjut]
        sisa.discard(frozenset((awal, lanjut)))
        while not simpang(rantai[-1]):
            maju = [u for u in tetangga[rantai[-1]] if frozenset((rantai[-1], u)) in sisa]
            if not maju:
                break
            sisa.discard(frozenset((rantai[-1], maju[0])))
            rantai.append(maju[0])
        hasil.append((frozenset(pemilik[frozenset(rantai[:2])]), rantai))

    for titik in sorted(t for t in tetangga if simpang(t)):
        for lanjut in sorted(tetangga[titik]):
            if frozenset((titik, lanjut)) in sisa:
                telusuri(titik, lanjut)
    while sisa:
        a, b = sorted(min(sisa, key=sorted))
        telusuri(a, b)
    return hasil


def sederhana(titik: list, batas: float) -> list:
    """Douglas-Peucker; cincin tertutup dibelah di titik terjauh dari awalnya."""
    if len(titik) < 3:
        return titik
    (x1, y1), (x2, y2) = titik[0], titik[-1]
    panjang = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5

    def jarak(t):
        if not panjang:
            return ((t[0] - x1) ** 2 + (t[1] - y1) ** 2) ** 0.5
        return abs((y2 - y1) * t[0] - (x2 - x1) * t[1] + x2 * y1 - y2 * x1) / panjang

    i = max(range(1, len(titik) - 1), key=lambda i: jarak(titik[i]))
    if jarak(titik[i]) <= batas:
        return [titik[0], titik[-1]]
    return sederhana(titik[: i + 1], batas)[:-1] + sederhana(titik[i:], batas)


def cincin(potongan: list[list]) -> list[list]:
    """Menyambung busur satu distrik ujung ke ujung menjadi cincin tertutup."""
    sisa, hasil = [list(p) for p in potongan], []
    while sisa:
        rantai = sisa.pop()
        while rantai[0] != rantai[-1]:
            i = next((i for i, p in enumerate(sisa) if rantai[-1] in (p[0], p[-1])), None)
            if i is None:
                break
            p = sisa.pop(i)
            rantai += (p if p[0] == rantai[-1] else p[::-1])[1:]
        hasil.append(rantai)
    return hasil


def tanpa_duri(titik: list) -> list:
    """Membuang celah setipis satu satuan: titik yang jalurnya pergi lalu kembali hampir ke tempat semula."""
    hasil = titik[:-1]
    berubah = True
    while berubah and len(hasil) > 3:
        berubah = False
        for i in range(len(hasil)):
            a, b, c = hasil[i - 1], hasil[i], hasil[(i + 1) % len(hasil)]
            dekat = abs(a[0] - c[0]) + abs(a[1] - c[1])
            jauh = abs(a[0] - b[0]) + abs(a[1] - b[1])
            if dekat <= 3 and jauh > dekat:
                del hasil[i]
                berubah = True
                break
    return [*hasil, hasil[0]]


def luas(titik: list) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(titik))) / 2


def jalur(titik: list) -> str:
    """Langkah relatif bilangan bulat, bentuk SVG terpendek yang mudah dibaca."""
    (x, y), *lanjut = titik[:-1]
    tulisan = f"M{x} {y}l"
    for a, b in lanjut:
        tulisan += f"{a - x} {b - y} ".replace(" -", "-")
        x, y = a, b
    return tulisan.strip() + "z"


def main(berkas: str) -> None:
    tepi = tepi_distrik(Path(berkas))
    semua = {t for isi in tepi.values() for e in isi for t in e}
    kiri, kanan = min(t[0] for t in semua), max(t[0] for t in semua)
    bawah, atas = min(t[1] for t in semua), max(t[1] for t in semua)
    skala = LEBAR / (kanan - kiri)

    def bulat(t):
        return round((t[0] - kiri) * skala), round((atas - t[1]) * skala)

    milik = defaultdict(list)
    for pemilik, titik in busur(tepi):
        ringkas = sederhana([((t[0] - kiri) * skala, (atas - t[1]) * skala) for t in titik], TOLERANSI)
        bulatan = [(round(x), round(y)) for x, y in ringkas]
        for kode in pemilik:
            milik[kode].append(bulatan)
    hasil = {
        "lebar": LEBAR,
        "tinggi": bulat((kiri, bawah))[1],
        "jalur": {
            kode: "".join(
                jalur(c)
                for c in map(tanpa_duri, cincin(milik[kode]))
                if len(c) > 3 and luas(c) >= PULAU_TERKECIL
            )
            for kode in sorted(milik)
        },
    }
    TUJUAN.write_text(json.dumps(hasil, indent=1) + "\n")
    print(
        sum(map(len, hasil["jalur"].values())), "huruf jalur", {k: len(v) for k, v in hasil["jalur"].items()}
    )


if __name__ == "__main__":
    main(sys.argv[1])
