"""Pembanding slip gaji: satu orang, bilangan bulat Python biasa, ditulis terpisah dari rumus kolom."""

from fractions import Fraction

from kasuari.aturan.buku import Buku
from kasuari.aturan.golongan import KODE_PNS


def terdekat(nilai: Fraction) -> int:
    return int(nilai + Fraction(1, 2))


def persen(dari: int, tarif) -> int:
    return terdekat(dari * Fraction(str(tarif)) / 100)


def sel_tangga(tabel, golongan: str, tahun: int) -> int:
    baris = sorted(int(k.split(".")[1]) for k in tabel if k.split(".")[0] == golongan)
    dipakai = max((b for b in baris if b <= tahun), default=baris[0])
    return tabel[f"{golongan}.{dipakai}"]


def tarif_ter(buku: Buku, status: str, bruto: int) -> Fraction:
    kategori = buku.tabel("pph21_kategori_ter")[status]
    cocok = (
        (int(k.split(".")[1]), v)
        for k, v in buku.tabel("pph21_ter_bulanan").items()
        if k.startswith(f"{kategori}.")
    )
    return Fraction(str(max((b, v) for b, v in cocok if b < max(bruto, 1))[1]))


def slip(orang: dict, buku: Buku) -> dict[str, int]:
    """Lajur slip sebulan. `orang`: nilai seperti masukan `slip.BULANAN`, mkg dalam bulan."""
    nilai, tabel = buku.nilai, buku.tabel
    status, golongan = orang["status"], orang["golongan"]
    pns = golongan in KODE_PNS
    tangga = tabel("gaji_pokok_pns" if pns else "gaji_pokok_pppk")
    pokok = sel_tangga(tangga, golongan, orang["mkg"] // 12)
    if status == "cpns":
        pokok = persen(pokok, nilai("tunjangan_cpns_persen"))
    pasangan = orang["pasangan_ditanggung"] and pokok >= orang.get("gaji_pokok_pasangan_asn", 0)
    anak = orang["anak_ditanggung"]
    h = {"gaji_pokok": pokok}
    h["tunjangan_suami_istri"] = persen(pokok, nilai("tunjangan_suami_istri_persen")) if pasangan else 0
    anak_dibayar = min(anak, nilai("tunjangan_anak_terbanyak"))
    h["tunjangan_anak"] = persen(pokok, anak_dibayar * nilai("tunjangan_anak_persen"))
    eselon, jf = orang.get("eselon"), orang.get("jabatan_fungsional")
    h["tunjangan_struktural"] = tabel("tunjangan_struktural")[eselon] if eselon else 0
    induk = golongan.split("/")[0] if pns else tabel("tunjangan_padanan_pppk")[golongan]
    dapat_fungsional = bool(jf) and not eselon and status != "cpns"
    h["tunjangan_fungsional"] = 0
    if dapat_fungsional:
        guru = jf == "Guru"
        h["tunjangan_fungsional"] = (
            tabel("tunjangan_fungsional_guru")[induk] if guru else tabel("tunjangan_fungsional")[jf]
        )
    umum = tabel("tunjangan_umum")[induk] if pns else tabel("tunjangan_umum_pppk")[golongan]
    h["tunjangan_umum"] = 0 if eselon or dapat_fungsional else umum
    jiwa = 1 + bool(pasangan) + min(anak, nilai("tunjangan_beras_anak_terbanyak"))
    harga = tabel("tunjangan_beras_harga")["natura" if orang.get("beras_natura") else "uang"]
    h["tunjangan_beras"] = jiwa * nilai("tunjangan_beras_kilogram") * harga
    papua = orang.get("bertugas_di_papua") and (pns or nilai("tunjangan_khusus_papua_pppk"))
    h["tunjangan_khusus_papua"] = tabel("tunjangan_khusus_papua")[golongan] if papua else 0

    keluarga = pokok + h["tunjangan_suami_istri"] + h["tunjangan_anak"]
    jabatan = h["tunjangan_struktural"] + h["tunjangan_fungsional"] + h["tunjangan_umum"]
    dasar = min(keluarga + jabatan + orang.get("dasar_iuran_lain", 0), nilai("iuran_kesehatan_batas"))
    sehat = tabel("iuran_kesehatan_persen")
    h["tunjangan_bpjs"] = persen(dasar, sehat["pemberi_kerja"])
    h["tunjangan_jkk"] = persen(pokok, nilai("iuran_jkk_persen"))
    h["tunjangan_jkm"] = persen(pokok, nilai("iuran_jkm_persen"))
    disetor = h["tunjangan_bpjs"] + h["tunjangan_jkk"] + h["tunjangan_jkm"]
    h["bruto_pph"] = keluarga + jabatan + h["tunjangan_beras"] + h["tunjangan_khusus_papua"] + disetor
    h["pph21"] = int(h["bruto_pph"] * tarif_ter(buku, orang["status_ptkp"], h["bruto_pph"]) / 100)
    h["tunjangan_pph"] = h["pph21"] if tabel("slip_pajak_ditanggung")[status] else 0
    h["potongan_iwp"] = persen(keluarga, tabel("iuran_wajib_pegawai")[status])
    h["potongan_bpjs_pegawai"] = persen(dasar, sehat["pegawai"])
    h["potongan_bpjs_keluarga"] = orang.get("keluarga_tambahan", 0) * persen(dasar, sehat["keluarga_lain"])
    h["potongan_beras"] = h["tunjangan_beras"] if orang.get("beras_natura") else 0
    h["jumlah_potongan"] = (
        sum(h[k] for k in ("potongan_iwp", "potongan_bpjs_pegawai", "potongan_bpjs_keluarga"))
        + h["potongan_beras"] + h["pph21"] + disetor + orang.get("zakat", 0) + orang.get("potongan_lain", 0)
    )  # fmt: skip
    kotor = h["bruto_pph"] + h["tunjangan_pph"]
    bersih = kotor - h["jumlah_potongan"]
    kelipatan = nilai("slip_pembulatan")
    h["pembulatan"] = (kelipatan - bersih % kelipatan) % kelipatan
    h["jumlah_kotor"] = kotor + h["pembulatan"]
    h["jumlah_dibayarkan"] = h["jumlah_kotor"] - h["jumlah_potongan"]
    return h
