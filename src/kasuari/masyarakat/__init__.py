"""Sayap masyarakat: layanan, survei, dan suara warga. Tidak mengenal sayap aparatur."""
