"""Formulir disiplin: laporan, tiap langkah dengan isiannya, pendapat tim, dan pembebasan sementara."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kasuari.aparatur.disiplin import hukum, isian
from kasuari.aparatur.disiplin.models import AnggotaTim, Pemeriksaan
from kasuari.aturan.disiplin import NAMA
from kasuari.dasar.alur.proses import Langkah
from kasuari.dasar.inti.galat import MasukanSalah
from kasuari.dasar.inti.waktu import hari_ini
from kasuari.dasar.rupa.bentuk import tanggal
from kasuari.dasar.rupa.borang import Borang, IsianTanggal, Kartu

_BUKTI = _("PDF atau foto, paling besar 20 MB.")
CARA = {
    "langsung": _("Diserahkan langsung dan diterima"),
    "menolak": _("Diserahkan langsung, menolak menerima"),
    "alamat": _("Dikirim ke alamat terakhir"),
}


def _panjang(label: Any, bantu: Any = "", wajib: bool = True, baris: int = 4) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=bantu, required=wajib, max_length=4000, widget=forms.Textarea({"rows": baris})
    )


def _berkas(label: Any) -> forms.FileField:
    return forms.FileField(
        label=label, required=False, help_text=_BUKTI, widget=forms.FileInput({"accept": ".pdf,image/*"})
    )


def _pilih_dampak() -> list[tuple[str, Kartu]]:
    tabel = hukum.buku().tabel("disiplin_dampak")
    return [(k, Kartu(k, gettext("hukuman %(t)s") % {"t": str(v).lower()})) for k, v in tabel.items()]


class BorangLapor(Borang):
    """Dugaan pelanggaran satu PNS; tingkat hukumannya dihitung sesudah diperiksa."""

    nip = forms.CharField(label=_("NIP yang diduga melanggar"), max_length=30)
    pelanggaran = forms.ChoiceField(label=_("Kewajiban atau larangan yang dilanggar"))
    pelanggaran_lain = forms.ChoiceField(label=_("Pelanggaran lain, bila ada"), required=False)
    kejadian = IsianTanggal(label=_("Hari kejadian terakhir"), help_text=_("Contoh: 14 11 2026"))
    fakta = _panjang(
        _("Apa yang terjadi"), _("Tulis fakta, bukan pendapat. Dibaca juga oleh yang diperiksa.")
    )
    hari = forms.IntegerField(
        label=_("Hari kerja tidak masuk tanpa alasan"), required=False, min_value=1, max_value=366,
        help_text=_("Hanya bila soal masuk kerja."),
    )  # fmt: skip
    sebelum = forms.IntegerField(
        label=_("Yang sudah dihitung sebelumnya tahun ini"), required=False, min_value=0, max_value=366
    )
    berturut = forms.BooleanField(label=_("Tidak masuknya terus menerus"), required=False)
    dampak = forms.ChoiceField(label=_("Dampaknya bagi"), widget=forms.RadioSelect)
    bukti = _berkas(_("Bukti"))
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tabel = hukum.buku().tabel("disiplin_pelanggaran")
        pilih = [("", gettext("Pilih")), *((k, f"{k} ({v})") for k, v in tabel.items())]
        for nama in ("pelanggaran", "pelanggaran_lain"):
            self.fields[nama].choices = pilih  # type: ignore[attr-defined]
        self.fields["dampak"].choices = _pilih_dampak()  # type: ignore[attr-defined]

    def isi(self) -> dict[str, Any]:
        d = self.cleaned_data
        langgar = dict.fromkeys(x for x in (d["pelanggaran"], d["pelanggaran_lain"]) if x)
        return {
            **{k: d[k] for k in ("dampak", "kejadian", "fakta", "hari", "sebelum", "berturut")},
            "pelanggaran": list(langgar),
        }


# Isian tiap langkah; yang tidak disebut tidak punya isian sendiri.
ISIAN = {
    "panggil": ("tanggal", "jam", "tempat"),
    "tidak_hadir": ("tanggal", "jam", "tempat"),
    "mangkir": ("catatan", "dampak", "berulang"),
    "bap": ("tanya_jawab", "kesimpulan", "dampak", "berulang", "bukti"),
    "tanda_tangan": ("tanggapan",),
    "menolak": ("tanggapan",),
    "usulkan": ("hukuman", "pertimbangan"),
    "bentuk": ("atasan", "pengawasan", "kepegawaian", "ketua", "keluarga"),
    "rekomendasi": ("hukuman", "pertimbangan"),
    "jawab": ("tanggapan", "bukti"),
    "jatuhkan": ("hukuman", "pertimbangan", "dasar_lepas", "imut", "izin_mendagri"),
    "sampaikan": ("diterima", "cara"),
    "keberatan": ("uraian", "bukti"),
    "banding": ("uraian", "bukti"),
    "kuatkan": ("pertimbangan", "nomor"),
    "batalkan": ("pertimbangan", "nomor"),
    "ubah": ("hukuman", "pertimbangan", "nomor"),
}


class BorangLangkah(Borang):
    """Satu langkah dengan isiannya sendiri; alasan siap pakai menjadi pilihan yang dapat dilengkapi."""

    tanggal = IsianTanggal(label=_("Hari pemeriksaan"), help_text=_("Contoh: 14 12 2026"))
    jam = forms.CharField(label=_("Jam"), max_length=5, help_text=_("Contoh: 09.00"))
    tempat = forms.CharField(label=_("Tempat pemeriksaan"), max_length=200)
    catatan = _panjang(_("Bukti dan keterangan yang ada"))
    tanya_jawab = _panjang(
        _("Tanya jawab"), _("Tiap pertanyaan di baris yang diawali T: dan jawabannya J:"), baris=10
    )
    kesimpulan = _panjang(_("Kesimpulan pemeriksaan"))
    dampak = forms.ChoiceField(label=_("Dampaknya bagi"), widget=forms.RadioSelect)
    berulang = forms.BooleanField(label=_("Mengulangi pelanggaran yang pernah dihukum"), required=False)
    tanggapan = _panjang(_("Tanggapan Anda"))
    hukuman = forms.TypedChoiceField(label=_("Jenis hukuman"), coerce=int)
    pertimbangan = _panjang(_("Pertimbangan"))
    dasar_lepas = forms.CharField(label=_("Dasar hukum pelepasan jabatan"), required=False, max_length=200)
    imut = forms.CharField(label=_("Nomor rujukan I-MUT"), required=False, max_length=80)
    izin_mendagri = forms.CharField(label=_("Nomor persetujuan Mendagri"), required=False, max_length=120)
    atasan = forms.CharField(label=_("NIP atasan langsung"), max_length=30)
    pengawasan = forms.CharField(label=_("NIP unsur pengawasan"), max_length=30)
    kepegawaian = forms.CharField(label=_("NIP unsur kepegawaian"), max_length=30)
    ketua = forms.ChoiceField(
        label=_("Ketua tim"), widget=forms.RadioSelect, choices=AnggotaTim.Unsur.choices
    )
    keluarga = forms.BooleanField(label=_("Tidak ada anggota yang berkeluarga dengan yang diperiksa"))
    diterima = IsianTanggal(label=_("Hari keputusan diterima"), help_text=_("Contoh: 14 12 2026"))
    cara = forms.ChoiceField(
        label=_("Cara penyampaian"), widget=forms.RadioSelect, choices=list(CARA.items())
    )
    uraian = _panjang(_("Keberatan Anda"), _("Apa yang keliru, dan apa yang Anda minta."), baris=8)
    nomor = forms.CharField(label=_("Nomor dan tanggal keputusan BPASN"), max_length=120)
    bukti = _berkas(_("Bukti"))
    siap = forms.ChoiceField(label=_("Alasan siap pakai"), required=False)
    alasan = forms.CharField(
        label=_("Alasan"), required=False, max_length=500, widget=forms.Textarea({"rows": 2})
    )
    aksi = forms.CharField(widget=forms.HiddenInput)
    versi = forms.IntegerField(widget=forms.HiddenInput)
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(
        self, p: Pemeriksaan, langkah: Langkah, siap: tuple[Any, ...], *args: Any, **kwargs: Any
    ) -> None:
        awal = {"aksi": langkah.aksi, "versi": p.kasus.versi, "dampak": isian.dugaan(p).dampak}
        super().__init__(*args, initial=awal, **kwargs)
        pakai = {*ISIAN.get(langkah.aksi, ()), "aksi", "versi", "kunci"}
        if langkah.perlu_alasan:
            pakai |= {"alasan", "siap"} if siap else {"alasan"}
        if p.kasus.keadaan != "banding":
            pakai -= {"nomor"}
        for nama in set(self.fields) - pakai:
            del self.fields[nama]
        self._sesuaikan(p, langkah, siap)

    def _sesuaikan(self, p: Pemeriksaan, langkah: Langkah, siap: tuple[Any, ...]) -> None:
        f: dict[str, Any] = self.fields
        if "dampak" in f:
            f["dampak"].choices = _pilih_dampak()
        if "hukuman" in f:
            f["hukuman"].choices = [("", gettext("Pilih")), *((k, NAMA[k]) for k in _boleh(p, langkah.aksi))]
        if langkah.aksi in {"tanda_tangan", "menolak"}:
            f["tanggapan"].required = False
            f["tanggapan"].label = gettext("Catatan Anda atas berita acara")
        if langkah.aksi == "jatuhkan" and p.hukuman not in hukum.LEPAS_JABATAN:
            for nama in ("dasar_lepas", "imut", "izin_mendagri"):
                del f[nama]
        elif langkah.aksi == "jatuhkan":
            self._beku()
        if "siap" in f:
            f["siap"].choices = [("", gettext("Tulis sendiri")), *((str(s), str(s)) for s in siap)]
            f["alasan"].help_text = gettext("Wajib bila tidak memilih alasan siap pakai.")
        elif "alasan" in f:
            f["alasan"].required = True

    def _beku(self) -> None:
        """Peringatan masa larangan penggantian pejabat, di isiannya."""
        masa = hukum.beku_jabatan(hari_ini())
        self.fields["izin_mendagri"].help_text = (
            gettext(
                "Hari ini di dalam masa larangan penggantian pejabat, %(a)s sampai %(b)s (perlu diperiksa)."
            )
            % {"a": tanggal(masa[0]), "b": tanggal(masa[1])}
            if masa
            else gettext("Hanya di masa larangan penggantian pejabat; hari ini tidak ada yang tercatat.")
        )

    def isi(self) -> dict[str, Any]:
        buang = {"aksi", "versi", "kunci", "siap", "alasan", "bukti"}
        return {k: v for k, v in self.cleaned_data.items() if k not in buang}

    def alasan_jadi(self) -> str:
        d = self.cleaned_data
        return " ".join(x for x in (d.get("siap", ""), d.get("alasan", "")) if x)


def _boleh(p: Pemeriksaan, aksi: str) -> tuple[int, ...]:
    """Jenis hukuman yang ditawarkan di langkah itu."""
    if aksi == "ubah":
        return tuple(k for k in NAMA if k != p.hukuman)
    try:
        boleh = hukum.timbang(p.pegawai, isian.dugaan(p)).boleh
    except MasukanSalah:
        return ()
    return tuple(k for k in boleh if aksi != "jatuhkan" or p.hukuman is None or k <= p.hukuman)


class BorangPendapat(Borang):
    tulisan = _panjang(_("Pendapat Anda"), _("Hanya dibaca pemeriksa, tim, dan yang memutuskan."))
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class BorangBebas(Borang):
    alasan = _panjang(_("Alasan pembebasan sementara"))
    kunci = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
