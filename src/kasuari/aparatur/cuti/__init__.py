"""Cuti: permohonan dari HP, saldo yang menjelaskan dirinya, putusan atasan atau wakilnya, surat, dan riwayat."""
