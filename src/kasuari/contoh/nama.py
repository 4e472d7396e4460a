"""Nama rekaan bernada Papua dan Indonesia. Marga disusun dari suku kata, bukan diambil dari daftar orang."""

from random import Random

PRIA = ["Yosep", "Dominggus", "Frans", "Otniel", "Lukas", "Amos", "Petrus", "Marten", "Yance", "Obed", "Silas", "Haris", "Elias", "Yohanis", "Markus", "Daniel", "Simon", "Gerson", "Agus", "Wahyu", "Ahmad", "Rahmat", "Budi", "Hendra", "Arif", "Irwan", "Taufik", "Rizal", "Andi", "Syarif", "Bambang", "Joko", "Slamet", "Dedi", "Rudi", "Hasan", "Ridwan", "Fajar", "Iqbal", "Yusuf", "Alfons", "Benyamin", "Kaleb", "Rafael", "Imanuel", "Paulus", "Filemon", "Yulius", "Hermanus", "Melkias"]
WANITA = ["Yuliana", "Maria", "Ester", "Ruth", "Naomi", "Siti", "Ludia", "Bertha", "Selvina", "Kristina", "Debora", "Sarlota", "Salomina", "Adelina", "Dorkas", "Marta", "Fransina", "Yohana", "Orpa", "Mince", "Agustina", "Dewi", "Sri", "Nur", "Fatimah", "Aisyah", "Rina", "Wulan", "Indah", "Lestari", "Ratna", "Yanti", "Nining", "Tuti", "Rahmawati", "Halimah", "Marlina", "Novita", "Putri", "Anita", "Theresia", "Margaretha", "Ribka", "Rahel", "Elisabet", "Magdalena", "Febiola", "Yosina"]
TENGAH = ["Antoni", "Debora", "Rafael", "Kaleb", "Sari", "Maharani", "Kurnia", "Paulus", "Darmawan", "Theresia", "Putri", "Elieser", "Hanok", "Imanuel", "Gerson"]
DEPAN = ["Wam", "Kan", "Tan", "Sow", "Mam", "Nau", "Kal", "Lob", "Sir", "Lab", "Yar", "Wak", "May", "Tes", "Kar", "Wib", "Han", "Sur", "Mor", "Asm", "Fak", "Kor", "Ram", "Sal", "Ker"]
BELAKANG = ["afri", "dimor", "agiri", "efa", "braku", "ritel", "amiro", "atin", "ivaru", "obarin", "isetu", "umbo", "orbis", "alo", "eniso", "onde", "arey", "useri", "ambrauw", "owari"]
JAWA = ["Wibisana", "Handokoro", "Suryanegri", "Prasetyana", "Kusumardi", "Santosari", "Nugrahani", "Setyawangsa", "Hardjonegara", "Lesmanadi", "Purwantoro", "Rachmanto", "Hidayatulla", "Permanasari", "Gunardika", "Saputrawan", "Mahendrata", "Wijayanegri", "Anggrainita", "Firmansari"]
GELAR = {
    "S1": ("", ("S.Sos.", "S.E.", "S.H.", "S.AP.", "S.Kom.", "S.T.")),
    "D4": ("", ("S.Tr.Kes.", "S.Tr.IP.")),
    "S2": ("", ("M.Si.", "M.M.", "M.AP.")),
    "D3": ("", ("A.Md.",)),
}


def marga(acak: Random) -> str:
    """Marga rekaan: dua pertiga bernada Papua, sepertiga bernada Jawa."""
    if acak.random() < 0.66:
        return acak.choice(DEPAN) + acak.choice(BELAKANG)
    return acak.choice(JAWA)


def nama(acak: Random, jk: str) -> str:
    depan = acak.choice(PRIA if jk == "L" else WANITA)
    tengah = f" {acak.choice(TENGAH)}" if acak.random() < 0.35 else ""
    return f"{depan}{tengah} {marga(acak)}"


def gelar(acak: Random, pendidikan: str, bidang: str) -> str:
    """Gelar belakang yang pantas bagi pendidikan dan bidangnya ('guru', 'perawat', 'bidan', 'dokter', lain)."""
    khusus = {("guru", "S1"): "S.Pd.", ("guru", "S2"): "S.Pd., M.Pd.", ("perawat", "S1"): "S.Kep., Ners",
              ("perawat", "D3"): "A.Md.Kep.", ("bidan", "D3"): "A.Md.Keb.", ("bidan", "S1"): "S.Keb."}  # fmt: skip
    if bidang == "dokter":
        return ""
    if g := khusus.get((bidang, pendidikan)):
        return g
    return acak.choice(GELAR[pendidikan][1]) if pendidikan in GELAR else ""
