"""Yang ditawarkan ketentuan kepada halaman bersama: menu, pintu warga, tautan kaki, dan tugas petugas."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kasuari.dasar.akun.izin import boleh
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.ketentuan import riwayat, selectors
from kasuari.dasar.ketentuan.models import UsulTimpa
from kasuari.dasar.rupa.bahan import Butir
from kasuari.dasar.rupa.slot import Pintu, tawarkan


def _aturan(pelaku: Pelaku) -> Pintu:
    return Pintu(
        reverse("aturan:muka"), _("Aturan"), _("Rumus, nilai, dan pasal; hitung sendiri tanpa masuk"), "berkas", "info"
    )  # fmt: skip


def _ketentuan(pelaku: Pelaku) -> Pintu | None:
    if not boleh(pelaku, "ketentuan.lihat", UsulTimpa()).ya:
        return None
    return Pintu(reverse("ketentuan:daftar"), _("Ketentuan"), ikon="berkas")


def tugas(pelaku: Pelaku, **_konteks: Any) -> list[Butir] | None:
    """Usul orang lain yang menunggu penyetuju, dan ketentuan yang perlu diputuskan lagi."""
    if not boleh(pelaku, "ketentuan.lihat", UsulTimpa()).ya:
        return None
    hasil = []
    putusan = boleh(pelaku, "ketentuan.setujui", UsulTimpa())
    if putusan.ya or putusan.perlu_sudo:
        hasil += [
            riwayat.butir_usul(u) for u in selectors.menunggu(pelaku).exclude(diusulkan_oleh=pelaku.orang)[:5]
        ]
    if perlu := selectors.perlu_putusan():
        tujuan = reverse("ketentuan:daftar")
        hasil.append(
            Butir(
                gettext("Ketentuan daerah perlu diputuskan lagi"),
                tujuan,
                str(len(perlu)),
                "galat",
                perlu[0].sebab,
            )
        )
    return hasil or None


def pasang() -> None:
    for slot, urut in (("menu.publik", 40), ("pintu.publik", 40), ("kaki", 25)):
        tawarkan(slot, urut, "aturan", _aturan)
    tawarkan("menu.kerja", 50, "ketentuan", _ketentuan)
    tawarkan("beranda.tugas", 40, "ketentuan", tugas)
