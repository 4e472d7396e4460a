"""Tanda tangan elektronik pada PDF (PAdES). Penandatangannya dapat diganti: otoritas setempat, atau layanan BSrE.

Otoritas setempat membuat sertifikat akar dan sertifikat tiap pejabat di folder data; hanya untuk demo dan uji,
sebab keabsahan hukum datang dari penyelenggara yang diakui (UU ITE Pasal 11; PP 71/2019).
"""

import io
import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID
from django.conf import settings
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from kasuari.dasar.dokumen.bsre import LayananBsre, TandaGagal
from kasuari.dasar.inti.sandi import dekripsi, enkripsi
from kasuari.dasar.inti.simpan import tulis_sekali

BIDANG = "TandaTangan"
MASA_AKAR, MASA_PEJABAT = timedelta(days=3650), timedelta(days=730)


class Penandatangan(Protocol):
    """`siapa`: {"nama", "nip", "jabatan"}. Galat: `TandaGagal`, dicoba lagi oleh antrean."""

    def tandatangani(self, pdf: bytes, siapa: dict[str, str], alasan: str) -> bytes: ...


@dataclass(frozen=True)
class Periksa:
    """Hasil memeriksa satu PDF. `utuh`: tidak berubah sejak ditandatangani; `dikenal`: rantainya ke akar kita."""

    ada: bool
    utuh: bool = False
    dikenal: bool = False
    oleh: str = ""

    @property
    def sah(self) -> bool:
        return self.ada and self.utuh and self.dikenal


def _folder() -> Path:
    return Path(settings.DATA) / "tanda"


def _nama(isi: str, nip: str = "") -> x509.Name:
    bagian = [x509.NameAttribute(NameOID.COMMON_NAME, isi[:64])]
    if nip:
        bagian.append(x509.NameAttribute(NameOID.SERIAL_NUMBER, nip[:64]))
    return x509.Name(bagian)


class OtoritasSetempat:
    """Otoritas sertifikat di folder data. Kunci pribadinya tersandi dan tidak pernah ada di basis data."""

    def tandatangani(self, pdf: bytes, siapa: dict[str, str], alasan: str) -> bytes:
        kunci, sertifikat = self._pejabat(siapa["nama"], siapa.get("nip", ""))
        _, akar = self._akar()
        muatan = pkcs12.serialize_key_and_certificates(
            b"kasuari", kunci, sertifikat, [akar], serialization.NoEncryption()
        )
        tangan = signers.SimpleSigner.load_pkcs12_data(muatan, other_certs=[])
        if tangan is None:
            raise TandaGagal("Kunci penandatangan tidak dapat dibuka.")
        meta = signers.PdfSignatureMetadata(
            field_name=BIDANG, subfilter=fields.SigSeedSubFilter.PADES, md_algorithm="sha256", reason=alasan,
            name=siapa["nama"],
        )  # fmt: skip
        hasil = signers.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf)), meta, signer=tangan)
        return hasil.getvalue()  # type: ignore[no-any-return]

    def akar_pem(self) -> bytes:
        return self._akar()[1].public_bytes(serialization.Encoding.PEM)

    def _akar(self) -> tuple[ec.EllipticCurvePrivateKey, x509.Certificate]:
        return self._muat_atau_buat(
            "akar", lambda: self._buat(_nama("Otoritas Contoh Kasuari"), None, MASA_AKAR)
        )

    def _pejabat(self, nama: str, nip: str) -> tuple[ec.EllipticCurvePrivateKey, x509.Certificate]:
        kunci, sertifikat = self._muat_atau_buat(
            f"pejabat-{nip or nama}", lambda: self._buat(_nama(nama, nip), self._akar(), MASA_PEJABAT)
        )
        return kunci, sertifikat

    @staticmethod
    def _buat(nama, penerbit, masa):  # type: ignore[no-untyped-def]
        kunci = ec.generate_private_key(ec.SECP256R1())
        kini = datetime.now(
            UTC
        )  # masa berlaku sertifikat diperiksa terhadap jam dunia, bukan jam yang dipindah
        pembangun = (
            x509.CertificateBuilder()
            .subject_name(nama)
            .issuer_name(penerbit[1].subject if penerbit else nama)
            .public_key(kunci.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(kini - timedelta(days=1))
            .not_valid_after(kini + masa)
            .add_extension(x509.BasicConstraints(ca=penerbit is None, path_length=None), critical=True)
            .add_extension(
                x509.KeyUsage(
                    digital_signature=penerbit is not None, content_commitment=penerbit is not None, key_encipherment=False,
                    data_encipherment=False, key_agreement=False, key_cert_sign=penerbit is None, crl_sign=penerbit is None,
                    encipher_only=False, decipher_only=False,
                ),
                critical=True,
            )
        )  # fmt: skip
        return kunci, pembangun.sign(penerbit[0] if penerbit else kunci, hashes.SHA256())

    @staticmethod
    def _muat_atau_buat(nama, buat):  # type: ignore[no-untyped-def]
        berkas = _folder() / "".join(h if h.isalnum() else "-" for h in nama)
        if not berkas.exists():
            kunci, sertifikat = buat()
            isi = json.dumps(
                {
                    "kunci": kunci.private_bytes(
                        serialization.Encoding.PEM,
                        serialization.PrivateFormat.PKCS8,
                        serialization.NoEncryption(),
                    ).decode(),
                    "sertifikat": sertifikat.public_bytes(serialization.Encoding.PEM).decode(),
                }
            )
            tulis_sekali(berkas, enkripsi(isi.encode(), "tanda"))
        isi = json.loads(dekripsi(berkas.read_bytes(), "tanda"))
        kunci = serialization.load_pem_private_key(isi["kunci"].encode(), None)
        return kunci, x509.load_pem_x509_certificate(isi["sertifikat"].encode())


def penandatangan() -> Penandatangan | None:
    """Menurut setelan KASUARI_TANDA: 'setempat', 'bsre', atau 'basah' (None: dicetak dan ditandatangani tangan)."""
    if settings.TANDA == "setempat":
        return OtoritasSetempat()
    if settings.TANDA == "bsre":
        return LayananBsre(settings.BSRE_ALAMAT, settings.BSRE_KUNCI)
    return None


@lru_cache(maxsize=4)
def _akar_asn1(pem: bytes) -> asn1_x509.Certificate:
    der = x509.load_pem_x509_certificate(pem).public_bytes(serialization.Encoding.DER)
    return asn1_x509.Certificate.load(der)


def periksa(pdf: bytes) -> Periksa:
    """Memeriksa tanda tangan di dalam PDF terhadap akar setempat dan akar lain di folder `tanda/akar/`."""
    try:
        tangan = PdfFileReader(io.BytesIO(pdf)).embedded_signatures
    except Exception:  # bukan PDF, atau tidak terbaca: tidak ada tanda tangan yang dapat dinilai
        return Periksa(False)
    if not tangan:
        return Periksa(False)
    try:
        akar = [_akar_asn1(p.read_bytes()) for p in sorted((_folder() / "akar-lain").glob("*.pem"))]
        if settings.TANDA == "setempat":
            akar.append(_akar_asn1(OtoritasSetempat().akar_pem()))
        hasil = validate_pdf_signature(tangan[0], ValidationContext(trust_roots=akar))
    except Exception:  # PDF rusak tidak boleh menjadi galat server: ia memang tidak sah
        return Periksa(True)
    oleh = hasil.signing_cert.subject.native.get("common_name", "")
    return Periksa(True, hasil.intact and hasil.valid, hasil.trusted, oleh)
