"""Identitas pegawai yang pindah masuk: dicatat sekali, lalu usulan penempatannya disusun."""

import uuid
from datetime import date
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kasuari.aparatur.pegawai import identitas, service
from kasuari.aparatur.pegawai.models import Pegawai
from kasuari.aparatur.usulan.jenis.mutasi_masuk.timbang import BUKAN_PEGAWAI
from kasuari.aturan.identitas import IdentitasTidakSah, urai_nip
from kasuari.dasar.akun.izin import pastikan
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.pelaku import Pelaku
from kasuari.dasar.rupa.borang import Borang


class BorangIdentitas(Borang):
    nip = forms.CharField(
        label=gettext_lazy("NIP"), max_length=30,
        help_text=gettext_lazy("18 angka. Lahir, TMT CPNS, dan jenis kelamin dibaca darinya."),
    )  # fmt: skip
    nama = forms.CharField(label=gettext_lazy("Nama tanpa gelar"), max_length=200)
    gelar_depan = forms.CharField(label=gettext_lazy("Gelar di depan nama"), max_length=60, required=False)
    gelar_belakang = forms.CharField(
        label=gettext_lazy("Gelar di belakang nama"), max_length=100, required=False
    )
    tempat_lahir = forms.CharField(label=gettext_lazy("Tempat lahir"), max_length=80)
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


def catat_identitas(
    pelaku: Pelaku,
    *,
    nip: str,
    nama: str,
    gelar_depan: str,
    gelar_belakang: str,
    tempat_lahir: str,
    kunci: UUID,
) -> UUID:
    """UUID pegawainya; NIP yang sudah terdaftar dan bukan lagi pegawai dipakai lagi tanpa mengubah identitasnya.

    Galat: `MasukanSalah` (NIP, nama, masih pegawai), `TidakBoleh`.
    """
    pastikan(pelaku, "pegawai.ubah")
    try:
        n = urai_nip(nip)
    except IdentitasTidakSah as galat:
        raise MasukanSalah(galat.pesan, "nip") from None
    if n.tmt_cpns is None:
        raise MasukanSalah(_("Yang pindah antarinstansi PNS. NI PPPK tidak dapat dipakai di sini."), "nip")
    p = Pegawai.objects.select_related("kini").filter(nip=n.nip).first()
    if p is not None:
        if p.kini.jenis not in BUKAN_PEGAWAI:
            raise MasukanSalah(
                _("NIP ini sudah pegawai daerah ini. Untuk pindah jabatan, susun mutasi."), "nip"
            )
        return p.uid
    if kurang := identitas.kurang_nama(nama):
        raise MasukanSalah(" ".join(kurang), "nama")
    tahun, bulan = (int(x) for x in n.tmt_cpns.split("-"))
    baris = service.BarisPegawai(
        n.nip, " ".join(nama.split()), n.lahir, n.jk, gelar_depan.strip(), gelar_belakang.strip(), tempat_lahir.strip(),
        tmt_cpns=date(tahun, bulan, 1),
    )  # fmt: skip
    hasil = service.catat_pegawai(pelaku, baris=[baris], kunci=kunci)
    assert hasil.uid is not None
    return hasil.uid
