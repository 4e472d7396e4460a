"""SQL PostgreSQL bagi peran aplikasi: bukan pemilik tabel, dan tidak dapat mengubah atau menghapus jejak.

Pemilik (yang menjalankan migrasi) dan aplikasi adalah dua peran; lihat docs/petunjuk/pasang.md.
"""

TAMBAH_SAJA = (
    "jejak_jejak",
    "jejak_jejaksubjek",
    "jejak_segeldaun",
    "jejak_segelpetak",
    "jejak_segelakar",
    "profesionalitas_nilaiip",
    "alur_langkahkasus",
    "alur_pisah",
    "ketentuan_segera",
    "disiplin_lembar",
    "disiplin_suratpemeriksaan",
    "perbaikan_temuan",
    "perbaikan_janji",
    "perbaikan_bukti",
    "perbaikan_ukuran",
    "survei_jawaban",
    "survei_jawabanlain",
    "survei_hasil",
    "pungutan_catatan",
)
TANPA_UBAH = (
    "jejak_jejakisi",
)  # isinya dapat dilupakan oleh satu tindakan berdasar hukum, tidak pernah diubah
# Nomor surat tidak pernah hilang: barisnya berubah keadaan, tidak dihapus.
TANPA_HAPUS = (
    "dokumen_surat",
    "dokumen_nomorseri",
    "dokumen_nomorcadangan",
    "dokumen_pindaiansurat",
    "pungutan_laporan",  # laporan warga berubah keadaan, tidak pernah dihapus
)


def sql(peran: str, skema: str = "public") -> list[str]:
    """Perintah yang dijalankan pemilik sesudah tiap migrasi. `peran` harus nama sederhana."""
    if not peran.isidentifier():
        raise ValueError(f"Nama peran '{peran}' tidak sah: pakai huruf, angka, dan garis bawah.")
    return [
        f"GRANT USAGE ON SCHEMA {skema} TO {peran}",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {skema} TO {peran}",
        f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA {skema} TO {peran}",
        *(f"REVOKE UPDATE, DELETE, TRUNCATE ON {skema}.{t} FROM {peran}" for t in TAMBAH_SAJA),
        *(f"REVOKE UPDATE, TRUNCATE ON {skema}.{t} FROM {peran}" for t in TANPA_UBAH),
        *(f"REVOKE DELETE, TRUNCATE ON {skema}.{t} FROM {peran}" for t in TANPA_HAPUS),
    ]
