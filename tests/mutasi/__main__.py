"""python -m tests.mutasi [POKOK ...] [--lagi BERKAS]; dipanggil script/uji_berat mutasi.

POKOK = nama modul atau folder di src/kasuari/aturan (`gaji`, `seleksi/skd`, `kasus/jenis`). `--lagi` menguji hanya
mutan yang tertulis hidup dalam keluaran yang dahulu. Tiap mutan yang hidup dicetak satu baris; baris terakhir
satu objek JSON. Semua berjalan atas salinan di folder sementara: pohon kerja tidak disentuh dan boleh disunting.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

AKAR = Path(__file__).resolve().parent.parent.parent


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="kasuari-mutasi-") as folder:
        for bagian in ("src", "tests"):
            shutil.copytree(AKAR / bagian, Path(folder, bagian), ignore=shutil.ignore_patterns("__pycache__"))
        lingkungan = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join([f"{folder}/src", folder]),
            "HYPOTHESIS_STORAGE_DIRECTORY": f"{folder}/hypothesis",
            "KASUARI_SHARED": os.environ.get("KASUARI_SHARED", str(AKAR.parent / "shared")),
            "OPENBLAS_NUM_THREADS": "1",  # anak dibuat dengan fork: utas pustaka tidak ikut
        }
        argumen = [str(Path(a).resolve()) if Path(a).is_file() else a for a in sys.argv[1:]]
        return subprocess.call(
            [sys.executable, "-m", "tests.mutasi.ukur", *argumen], cwd=folder, env=lingkungan
        )


if __name__ == "__main__":
    sys.exit(main())
