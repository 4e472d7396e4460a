"""STR dan SIP rekaan bagi tenaga kesehatan: STR seumur hidup, SIP lima tahunan; sebagian segera berakhir."""

from datetime import date

from kasuari.contoh.karier import Isi
from kasuari.contoh.orang import Rekaan

PROFESI = ("Dokter", "Perawat", "Bidan", "Apoteker")
LAMA_SIP = 5  # tahun


def susun(o: Rekaan, per: date) -> list[Isi]:
    """STR sejak TMT pertamanya, dan SIP terakhir yang mulai paling lambat hari `per`."""
    profesi = next((p for p in PROFESI if o.jabatan.startswith(p)), "")
    if not profesi or o.tmt > per:
        return []
    ulang = date(per.year - LAMA_SIP + 1, o.lahir.month, min(o.lahir.day, 28))
    terbit = max(ulang.replace(year=ulang.year - (ulang.month > per.month)), o.tmt)
    nomor = f"{o.nip[-3:]}/{terbit.year}"
    registrasi = {
        "jenis": "str", "nomor": f"STR-{o.nip[-6:]}", "penerbit": "Konsil Kesehatan Indonesia", "keterangan": profesi,
    }  # fmt: skip
    praktik = {
        "jenis": "sip", "nomor": f"503/SIP/{nomor}", "penerbit": "Dinas Kesehatan (rekaan)", "keterangan": profesi,
    }  # fmt: skip
    return [
        Isi("surat_izin", o.tmt, None, registrasi, o.tmt),
        Isi("surat_izin", terbit, terbit.replace(year=terbit.year + LAMA_SIP), praktik, terbit),
    ]
