"""Survei kepuasan masyarakat (SKM) dan survei lain, tanpa nama: dari QR di loket sampai hasil yang tersegel."""
