"""PDF dari templat Typst: fungsi murni dari (templat, data beku). Tanpa jaringan, tanpa fon luar."""

import json
from pathlib import Path
from typing import Any

import typst

AKAR = Path(__file__).resolve().parents[2]


def buat(templat: str, data: dict[str, Any], *, arsip: bool = True) -> bytes:
    """PDF/A-2b dari templat (jalan relatif terhadap paket, mis. 'aparatur/pegawai/templat/duk.typ').

    Templat membaca `json(bytes(sys.inputs.data))`; kop surat dari '/dasar/dokumen/templat/kop.typ'.
    """
    berkas = AKAR / templat
    return typst.compile(
        str(berkas),
        root=str(AKAR),
        format="pdf",
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards=["a-2b"] if arsip else [],
    )
