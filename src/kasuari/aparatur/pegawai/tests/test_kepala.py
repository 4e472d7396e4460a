"""Kepala kolom yang sungguh ditemui dikenali; kolom kode (…Id, kd…) tidak disangka isinya."""

import json

import pytest
from tests.bersama import shared

from kasuari.aparatur.pegawai.impor.diklat import SubjekDiklat
from kasuari.aparatur.pegawai.impor.pegawai import SubjekPegawai
from kasuari.dasar.impor.tata.kolom import petakan

PEGAWAI = (
    "pns_id nip nip_lama nama gelar_depan gelar_belakang tempat_lahir lahir jk agama status_kawin nik hp email email_dinas alamat "
    "npwp jenis_pegawai kedudukan_hukum tmt_cpns tmt_pns gol_awal gol tmt_gol mk_tahun mk_bulan jenis_jabatan jabatan tmt_jabatan "
    "pendidikan jurusan tahun_lulus unit instansi_kerja"
)
DIKLAT = "nip nama_diklat mulai selesai jp penyelenggara no_sertifikat tahun"
ADA = {
    "siasn_pegawai": (SubjekPegawai, f"{PEGAWAI} status_cpns_pns"),
    "siasn_data_utama": (
        SubjekPegawai,
        PEGAWAI.replace("pns_id ", "") + " unit_induk eselon tmt_eselon gaji_pokok masa_kerja",
    ),
    "siasn_rw_golongan": (SubjekPegawai, "pns_id nip nip_lama gol tmt_gol mk_tahun mk_bulan"),
    "siasn_rw_jabatan": (SubjekPegawai, "pns_id nip nip_lama jenis_jabatan jabatan unit unit_induk eselon tmt_jabatan instansi_kerja"),
    "siasn_rw_pendidikan": (SubjekPegawai, "pns_id nip nip_lama pendidikan jurusan tahun_lulus gelar_depan gelar_belakang"),
    "gaji_gpp_satker": (SubjekPegawai, "nip nama gol npwp gaji_pokok"),
    "daftar_pejabat_mojokerto": (SubjekPegawai, "no_urut nama lahir nip tmt_gol jabatan tmt_jabatan masa_kerja pendidikan"),
    "ujikom_bkn": (SubjekPegawai, "no_urut nip nama gol jabatan unit"),
    "siasn_rw_diklat": (SubjekDiklat, DIKLAT),
    "siasn_rw_kursus": (SubjekDiklat, f"{DIKLAT} jenis"),
}  # fmt: skip


@pytest.mark.parametrize("kelompok", ADA)
def test_kepala_kolom_nyata_dikenali_seluruhnya(kelompok):
    label = json.loads(shared("data/ref/kepala_kolom_nyata.json").read_text())[kelompok]["kolom"]
    subjek, ada = ADA[kelompok]
    dapat = {kode: label[k] for k, (kode, _skor) in petakan([[x] for x in label], subjek.kolom).items()}
    assert set(ada.split()) - set(dapat) == set()
    assert [x for x in dapat.values() if x[-2:] == "Id" or x in {"kdkawin", "kdjab", "jenis_kawin_id"}] == []


@pytest.mark.parametrize(
    ("tulisan", "isian"),
    [
        ("Tgl Lhr", "lahir"), ("Jbtn", "jabatan"), ("No. WA", "hp"), ("Unit", "unit"),
        ("TMT Gol. Terakhir", "tmt_gol"), ("TMT CAPEG", "tmt_cpns"), ("Pendidikan/Jurusan", "pendidikan"), ("Nomor", "no_urut"),
    ],
)  # fmt: skip
def test_tulisan_kantor_yang_lazim_dikenali(tulisan, isian):
    assert petakan([[tulisan]], SubjekPegawai.kolom)[0][0] == isian
