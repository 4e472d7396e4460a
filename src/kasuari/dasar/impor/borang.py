"""Formulir impor. Kunci kirim tersembunyi membuat tombol yang ditekan dua kali dikerjakan sekali."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from kasuari.dasar.rupa.borang import Borang

from .models import ImporBerkas, Nilai
from .penerap import penerap
from .sajian import nama_subjek
from .subjek import ambil

PANJANG_SEL = 500


class BorangKunci(Borang):
    kunci = forms.UUIDField(widget=forms.HiddenInput)


class BorangUnggah(BorangKunci):
    subjek = forms.ChoiceField(label=_("Jenis isi berkas"))
    berkas = forms.FileField(
        label=_("Berkas"),
        help_text=_("Satu berkas xlsx, xls, atau csv, paling besar 20 MB, tanpa kata sandi."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.csv,.txt"}),
    )

    def __init__(self, subjek: Sequence[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["subjek"].choices = [("", gettext("Pilih")), *((k, nama_subjek(k)) for k in subjek)]  # type: ignore[attr-defined]


class BorangSaring(forms.Form):
    hasil = forms.ChoiceField(label=_("Keadaan baris"), required=False)
    kode = forms.ChoiceField(label=_("Jenis temuan"), required=False)

    def __init__(self, kode: Sequence[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["hasil"].choices = [  # type: ignore[attr-defined]
            ("", gettext("Semua")),
            (Nilai.DITOLAK, gettext("Ditolak")),
            (Nilai.TANYA, gettext("Perlu jawaban")),
            (Nilai.DITERIMA, gettext("Diterima dengan catatan")),
        ]
        self.fields["kode"].choices = [("", gettext("Semua")), *kode]  # type: ignore[attr-defined]


class BorangTerpilah(BorangKunci):
    """Isian yang perlu perhatian di depan; sisanya di bagian yang dapat dibuka."""

    penting: set[str]

    def depan(self) -> list[forms.BoundField]:
        return [f for f in self.visible_fields() if f.name in self.penting or f.errors]

    def lain(self) -> list[forms.BoundField]:
        return [f for f in self.visible_fields() if f.name not in self.penting and not f.errors]


class BorangKolom(BorangTerpilah):
    """Satu pilihan isian untuk tiap kolom berkas; bantuannya contoh isi."""

    def __init__(self, b: ImporBerkas, contoh: Sequence[dict[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kolom = b.ringkasan["kolom"]
        self.penting = {f"k{k['nomor']}" for k in self.kolom if not k["isian"]}
        self.lembar = b.ringkasan["lembar"]
        if lain := b.ringkasan.get("lembar_lain"):
            self.penting.add("lembar")
            self.fields["lembar"] = forms.ChoiceField(
                label=gettext("Lembar yang dibaca"),
                choices=[(n, n) for n in (self.lembar, *(x["nama"] for x in lain))],
                initial=self.lembar,
                help_text=gettext("Satu berkas satu lembar. Unggah lagi berkasnya untuk lembar berikutnya."),
            )
        ada = {k["isian"] for k in self.kolom}
        tersimpan = b.pemetaan.get("pilihan", {})
        self.pilihan_subjek = {
            f"pilihan_{p.kode}": (p, tersimpan.get(p.kode, p.isi[0][0])) for p in penerap(b.subjek).pilihan if ada & p.bila
        }  # fmt: skip
        for nama, (p, kini) in self.pilihan_subjek.items():
            self.penting.add(nama)
            self.fields[nama] = forms.ChoiceField(
                label=p.judul, choices=list(p.isi), initial=kini, help_text=p.bantuan, required=False
            )
        isian = {i.kode: i.padanan[0] for i in ambil(b.subjek).kolom}
        for k in self.kolom:
            nilai = [
                c[n]
                for c in contoh
                for n in (k["kepala"], f"{k['kepala']} ({k['nomor']})".strip())
                if c.get(n)
            ]
            bantuan = (
                gettext("Contoh isi: %(isi)s") % {"isi": "; ".join(v[:40] for v in nilai)} if nilai else ""
            )
            saran = isian.get(k["saran"] or "")
            if saran:
                bantuan = (gettext("Mungkin: %(saran)s.") % {"saran": saran} + " " + bantuan).strip()
            self.fields[f"k{k['nomor']}"] = forms.ChoiceField(
                label=k["kepala"] or gettext("(kolom %(n)s tanpa kepala)") % {"n": k["nomor"]},
                choices=[("", pgettext("kolom", "Tidak dipakai")), *isian.items()],
                initial=k["isian"] or "", required=False, help_text=bantuan,
            )  # fmt: skip

    def pilihan(self) -> dict[str, str | None]:
        return {str(k["nomor"]): self.cleaned_data[f"k{k['nomor']}"] or None for k in self.kolom}

    def pilihan_dipilih(self) -> dict[str, str]:
        return {p.kode: self.cleaned_data[nama] or kini for nama, (p, kini) in self.pilihan_subjek.items()}

    def lembar_dipilih(self) -> str:
        return self.cleaned_data.get("lembar") or self.lembar

    def has_changed_map(self) -> bool:
        return (
            self.lembar_dipilih() != self.lembar
            or self.pilihan() != {str(k["nomor"]): k["isian"] for k in self.kolom}
            or any(self.pilihan_dipilih()[p.kode] != kini for p, kini in self.pilihan_subjek.values())
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        dipakai: dict[str, str] = {}
        for k in self.kolom:
            nama = f"k{k['nomor']}"
            isian = data.get(nama)
            if isian and isian in dipakai:
                lain = self.fields[dipakai[isian]].label
                self.add_error(
                    nama, gettext("Isian ini sudah dipakai kolom %(lain)s. Pilih satu saja.") % {"lain": lain}
                )
            elif isian:
                dipakai[isian] = nama
        return data


class BorangBaris(BorangTerpilah):
    """Satu kotak untuk tiap kolom yang dipakai; yang diisi saja yang diubah."""

    def __init__(
        self, b: ImporBerkas, mentah: dict[str, str], salah: set[str], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.mentah = mentah
        self.nama: dict[str, str] = {}
        kepala = [k["kepala"] for k in b.ringkasan["kolom"]]
        # temuan tanpa kolom menyangkut seluruh baris: semua isian ditampilkan
        self.penting = {f"k{k['nomor']}" for k in b.ringkasan["kolom"] if k["kepala"] in salah or "" in salah}
        for k in b.ringkasan["kolom"]:
            if not k["isian"]:
                continue
            satu = k["kepala"] and kepala.count(k["kepala"]) == 1
            nama = k["kepala"] if satu else f"{k['kepala']} ({k['nomor']})".strip()
            self.nama[f"k{k['nomor']}"] = nama
            self.fields[f"k{k['nomor']}"] = forms.CharField(
                label=nama, initial=mentah.get(nama, ""), required=False, max_length=PANJANG_SEL
            )

    def perubahan(self) -> dict[str, str]:
        baru = {nama: self.cleaned_data[k] for k, nama in self.nama.items()}
        return {nama: isi for nama, isi in baru.items() if isi != self.mentah.get(nama, "").strip()}


class BorangAlasan(BorangKunci):
    alasan = forms.CharField(
        label=_("Alasan pembatalan"),
        max_length=300,
        help_text=_("Tercatat di jejak, misalnya: berkas tahun lalu."),
    )
