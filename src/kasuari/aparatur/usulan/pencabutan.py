"""Mencabut keputusan: diusulkan satu orang, diputus pejabat yang menandatangani, dengan keputusan pencabutan bernomor.

Dasar: UU 30/2014 Pasal 64 (dari ingatan): keputusan dicabut pejabat yang menetapkannya atau atasannya.
"""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from kasuari.aparatur.pegawai import identitas, urung
from kasuari.aparatur.pegawai.pejabat import kunci_pegawai, penandatangan
from kasuari.aparatur.pegawai.riwayat import jenis
from kasuari.aparatur.usulan import efek, peristiwa, rangka
from kasuari.aparatur.usulan.bahan import bahan
from kasuari.aparatur.usulan.models import Usulan
from kasuari.aparatur.usulan.naskah import tembusan
from kasuari.aparatur.usulan.pejabat import penandatangan as pejabat_
from kasuari.dasar.alur.models import Kasus, LangkahKasus
from kasuari.dasar.dokumen import surat
from kasuari.dasar.dokumen.aksara import pastikan_tercetak
from kasuari.dasar.dokumen.models import Surat
from kasuari.dasar.dokumen.naskah import KEPUTUSAN, Diktum, Keputusan, Kop
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.pelaku import Pelaku, sistem
from kasuari.dasar.jejak.service import catat
from kasuari.dasar.organisasi.models import Penugasan
from kasuari.dasar.rupa.bentuk import tanggal_naskah

USUL = "cabut_usul"
SERI = "sk_pencabutan"
TEMPLAT = surat.daftarkan(surat.Templat("usulan_pencabutan", 1, "Keputusan pencabutan", KEPUTUSAN))
TERTUTUP = surat.daftarkan(
    surat.Templat("usulan_pencabutan_tertutup", 1, "Keputusan pencabutan", KEPUTUSAN, tertutup=True)
)
MENGINGAT = (
    "Undang-Undang Nomor 30 Tahun 2014 tentang Administrasi Pemerintahan, Pasal 64;",
    "Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara;",
)


def tanda_kepala(kasus: Kasus) -> bool:
    """keputusannya ditandatangani kepala BKPSDM, jadi pencabutannya diusulkan petugas BKPSDM."""
    return pejabat_(kasus)[0] == "kepala_bkpsdm"


def tanda_lain(kasus: Kasus) -> bool:
    """keputusannya ditandatangani pejabat lain, jadi pencabutannya diusulkan kepala BKPSDM."""
    return not tanda_kepala(kasus)


def usulkan(kasus: Kasus, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    """Yang tidak dapat dicabut diketahui saat diusulkan, bukan di meja pejabatnya."""
    pastikan_tercetak(langkah.alasan, "alasan")
    pastikan_paling_akhir(efek.usulan_kasus(kasus))


def cabut(kasus: Kasus, langkah: LangkahKasus, pelaku: Pelaku) -> None:
    """Mencabut keputusan: suratnya dicabut dan riwayatnya kembali seperti semula, sebagai peristiwa baru.

    Yang bersurat disusul keputusan pencabutan bernomor, ditandatangani di latar oleh yang memutuskannya.
    """
    u = efek.usulan_kasus(kasus)
    kunci_pegawai(u.pegawai)
    pastikan_paling_akhir(u)
    alasan = langkah.alasan or _alasan_usul(kasus)
    oleh = sistem(f"usulan: {pelaku.nama}")
    for kode, uid, arah in reversed(u.perubahan):
        if kode == efek.IDENTITAS:
            identitas.kembalikan(oleh, u.pegawai, **efek.buka_teks(uid))
        else:
            urung.urungkan(oleh, kode, UUID(uid), arah, alasan)
    if u.surat is not None and u.surat.status == Surat.Status.DITANDATANGANI:
        u.pencabutan = _keputusan(pelaku, u, alasan, penandatangan(kasus, langkah))
        surat.cabut(pelaku, u.surat, f"Dicabut dengan keputusan nomor {u.pencabutan.nomor_teks or '-'}.")
    u.hidup = False
    u.save(update_fields=["hidup", "pencabutan"])
    catat(
        peristiwa.DICABUT, pelaku, ("usulan", u.id), subjek=[u.pegawai.orang.uid],
        sebelum={"jenis": u.jenis, "riwayat": [x[0] for x in u.perubahan]},
        sesudah={"surat": str(u.pencabutan_id or "")},
    )  # fmt: skip


def _alasan_usul(kasus: Kasus) -> str:
    usul = LangkahKasus.objects.filter(kasus=kasus, aksi=USUL).order_by("urut").last()
    return usul.alasan if usul else ""


def _keputusan(pelaku: Pelaku, u: Usulan, alasan: str, tangan: dict[str, str]) -> Surat:
    """Keputusan pencabutan, dengan kop dan atas nama yang sama seperti keputusan yang dicabutnya."""
    assert u.surat is not None
    j = rangka.ambil(u.jenis)
    templat, asal = surat.DAFTAR[u.surat.templat, u.surat.versi_templat], surat.isi(u.surat)
    profil = asal["profil"]
    kop = Kop(
        profil["nama"], profil["alamat"], asal["unit"], profil["telepon"], profil["lambang"], asal["kop_jabatan"],
        profil["provinsi"],
    )  # fmt: skip
    atas_nama = j.naskah(u, bahan([u.pegawai_id], j.perlu)[u.pegawai_id], efek.buka_sandi(u.hasil)).atas_nama
    yang = f"{templat.judul} nomor {u.surat.nomor_teks} tanggal {tanggal_naskah(u.surat.tanggal)}"
    isi = Keputusan(
        kop,
        asal.get("pejabat") or atas_nama or tangan["jabatan"],
        f"Pencabutan {yang}",
        [
            f"bahwa {yang} atas nama {u.pegawai.orang.nama_gelar} perlu dicabut karena: {alasan.strip().rstrip('.;')};",
            "bahwa keputusan dicabut oleh pejabat yang menetapkannya dengan keputusan;",
        ],
        MENGINGAT,
        [
            Diktum(
                f"Mencabut dan menyatakan tidak berlaku {yang}:",
                pasangan=[("Nama", u.pegawai.orang.nama_gelar), ("NIP", u.pegawai.nip)],
            ),
            Diktum("Keadaan kepegawaian yang ditetapkan surat tersebut dikembalikan seperti sebelum surat itu ditetapkan."),
            Diktum("Keputusan ini mulai berlaku pada tanggal ditetapkan."),
        ],
        tembusan=tembusan(j.pejabat or j.kode),
    )  # fmt: skip
    pakai = TERTUTUP if templat.tertutup else TEMPLAT
    return efek.nomori(pelaku, u, pakai, SERI, rangka.Naskah(isi.data(), atas_nama=atas_nama), tangan)


def pastikan_paling_akhir(u: Usulan) -> None:
    """Keputusan yang menjadi dasar keputusan lain tidak dicabut lebih dulu. Galat: `MasukanSalah` menyebut yang lain itu."""
    tulis = {x[0] for x in u.perubahan} - {
        efek.IDENTITAS
    }  # identitas dibandingkan nilainya saat dikembalikan
    mulai, urut = _mulai(u), _urut(u)
    lain = Usulan.objects.filter(pegawai=u.pegawai_id, kasus__langkah__ke="terbit").exclude(id=u.id)
    for o in (
        lain.exclude(kasus__keadaan="dicabut").select_related("surat").distinct().order_by("-tmt", "-dibuat")
    ):
        j = rangka.ambil(o.jenis)
        if j.terapkan is rangka.tanpa_efek or not tulis & {*j.perlu, *(x[0] for x in o.perubahan)}:
            continue
        kapan = _mulai(o)
        if _urut(o) > urut and (kapan is None or mulai is None or kapan >= mulai):
            raise MasukanSalah(
                _("Keputusan lain dibangun di atas yang ini: %(j)s%(n)s. Cabut yang itu lebih dulu.")
                % {"j": j.judul, "n": f" ({o.surat.nomor_teks})" if o.surat else ""}
            )  # fmt: skip


def _urut(u: Usulan) -> int:
    """Urutan keputusannya di jejak; 0 bila belum pernah terbit."""
    terbit = LangkahKasus.objects.filter(kasus=u.kasus_id, ke="terbit").order_by("jejak_id")
    return terbit.values_list("jejak_id", flat=True).first() or 0


def _mulai(u: Usulan) -> date | None:
    """Hari mulainya: TMT, atau yang paling akhir di antara fakta yang dibuka keputusannya; None bila tidak ada."""
    if u.tmt is not None:
        return u.tmt
    hari: list[date] = []
    for kode, uid, arah in u.perubahan:
        if arah == "buka":
            model = Penugasan if kode == "penugasan" else jenis(kode).model
            hari += model._default_manager.filter(uid=uid).values_list("mulai", flat=True)
    return max(hari, default=None)
