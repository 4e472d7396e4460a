"""Kabar yang lahir dari peristiwa akun: kode sandi baru lewat e-mail, dan pemberitahuan kepada pemilik akun.

Suratnya memuat kode, bukan tautan masuk: tautan masuk dalam pesan mengajari orang mengeklik penipuan.
"""

from uuid import UUID

from kasuari.dasar.akun import peristiwa
from kasuari.dasar.akun.service import kode_email
from kasuari.dasar.inti.pengenal import uuid_dari
from kasuari.dasar.inti.waktu import WIT
from kasuari.dasar.jejak import selectors as jejak
from kasuari.dasar.jejak.antrean import dengar
from kasuari.dasar.jejak.models import Jejak, Kerja
from kasuari.dasar.kabar import service
from kasuari.dasar.kabar.templat import daftarkan, susun

KODE = daftarkan(
    "akun.kode_sandi",
    "Kode untuk membuat sandi baru",
    "Kode Anda: {kode}\n\nBuka halaman Masuk, pilih “Lupa sandi atau akun belum aktif”, lalu isi NIP dan kode ini. "
    "Berlaku sampai {sampai}. Jangan berikan kode ini kepada siapa pun. "
    "Bila bukan Anda yang meminta, abaikan surat ini: sandi Anda tidak berubah.",
    "Code to set a new password",
    "Your code: {kode}\n\nOpen the sign-in page, choose “Forgot password or account not active”, then enter your NIP and this code. "
    "Valid until {sampai}. Give this code to no one. If you did not ask for it, ignore this letter: your password is unchanged.",
)
ATUR_ULANG = daftarkan(
    "akun.langkah_kedua_diatur_ulang",
    "Langkah kedua Anda diatur ulang",
    "Admin mengatur ulang langkah kedua akun Anda. Alasan: {alasan}. Bukan permintaan Anda? Segera hubungi BKPSDM.",
    "Your second step was reset",
    "An administrator reset the second step of your account. Reason: {alasan}. Not your request? Contact BKPSDM at once.",
)
SANDI = daftarkan(
    "akun.sandi_diganti",
    "Sandi Anda diganti",
    "Sandi akun Anda baru saja diganti. Bukan Anda? Segera hubungi BKPSDM.",
    "Your password was changed",
    "The password of your account was just changed. Not you? Contact BKPSDM at once.",
)
SURAT = daftarkan(
    "akun.surat_dibuat",
    "Surat kode sandi Anda dicetak",
    "Petugas mencetak surat kode untuk membuat sandi akun Anda. Bukan permintaan Anda? Segera hubungi BKPSDM.",
    "A password letter was printed for you",
    "An officer printed a letter with a code to set your password. Not your request? Contact BKPSDM at once.",
)
DELEGASI = daftarkan(
    "akun.delegasi",
    "Anda menerima pelimpahan wewenang",
    "Wewenang dilimpahkan kepada Anda. Lihat masa dan perannya di halaman Pelimpahan.",
    "Authority was delegated to you",
    "Authority was delegated to you. See its role and dates on the Delegation page.",
)
_TEMPLAT = {
    peristiwa.TOTP_ATUR_ULANG: ATUR_ULANG,
    peristiwa.SANDI: SANDI,
    peristiwa.SURAT: SURAT,
    peristiwa.DELEGASI: DELEGASI,
}


def _peristiwa(kerja: Kerja) -> Jejak:
    return Jejak.objects.select_related("muatan").get(uid=UUID(kerja.rujukan))


def kirim_kode(kerja: Kerja) -> None:
    """Kode dibuat di dalam pekerjaan ini, jadi tidak pernah tersimpan terang di antrean atau jejak."""
    j = _peristiwa(kerja)
    baru = kode_email(j.objek) if j.objek else None
    if baru is None or not baru.akun.email:
        return
    judul, isi = susun(
        KODE, {"kode": baru.kode, "sampai": f"{baru.sampai.astimezone(WIT):%H.%M} WIT"}, baru.akun.bahasa
    )
    service.kirim_surat(baru.akun.email, judul, isi, uuid_dari("kode", j.uid))


def beri_tahu(kerja: Kerja) -> None:
    j = _peristiwa(kerja)
    isi = jejak.isi(j)
    for orang in j.tentang.values_list("orang", flat=True):
        data = {"alasan": isi.alasan if isi else ""}
        service.kirim(orang, _TEMPLAT[j.jenis], data, uuid_dari("kabar", j.uid, orang))


def pasang() -> None:
    dengar(peristiwa.PULIH_DIMINTA, "kabar.kode_sandi", kirim_kode)
    for jenis in _TEMPLAT:
        dengar(jenis, f"kabar.{jenis}", beri_tahu)
