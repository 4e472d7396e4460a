"""Katalog terjemahan: mengambil semua pesan dari templat dan Python, membandingkan, dan menyusun .mo.

Bahasa sumber Indonesia; Inggris wajib lengkap di locale/en/LC_MESSAGES/django.po milik aplikasinya
(kata bersama boleh tinggal di rupa). Tanpa perangkat gettext: Babel membaca dan menulis.
"""

import ast
import re
import sys
from collections import defaultdict
from pathlib import Path

AKAR = Path(__file__).resolve().parent.parent
SUMBER = AKAR / "src/kasuari"
BERSAMA = SUMBER / "dasar/rupa"
FUNGSI = {
    f"{dasar}{akhir}" for dasar in ("gettext", "ngettext", "pgettext", "npgettext") for akhir in ("", "_lazy")
}
FUNGSI |= {"_", "gettext_noop"}
# Kalimat yang dinyatakan tanpa Django dan diterjemahkan saat ditampilkan. Nama pemanggil -> letak polanya.
POLA = {"_tolak": (2,), "_ingat": (1,), "_abai": (1,), "Kode": (2,), "Pokok": (1, 2)}
# Hukum tidak mengenal Django; wajahnya (dan katalognya) di ruang ketentuan.
WAJAH = {SUMBER / "aturan": SUMBER / "dasar/ketentuan"}
_PANGGIL = re.compile(r"(?<![\w.])(gettext|ngettext|pgettext|npgettext|_)\(")
Pesan = tuple[str, str]  # (konteks, msgid)


def aplikasi() -> list[Path]:
    """Folder setiap aplikasi Django: yang punya apps.py. Aplikasi lebih dalam didahulukan."""
    return sorted((b.parent for b in SUMBER.rglob("apps.py")), key=lambda p: -len(p.parts))


def _dari_panggilan(simpul: ast.Call) -> list[Pesan]:
    nama = simpul.func.attr if isinstance(simpul.func, ast.Attribute) else getattr(simpul.func, "id", "")
    if nama in POLA:
        pola = [simpul.args[i] for i in POLA[nama] if i < len(simpul.args)]
        return [("", p.value) for p in pola if isinstance(p, ast.Constant) and isinstance(p.value, str)]
    if nama not in FUNGSI:
        return []
    isi = [a.value for a in simpul.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
    if not isi:
        return []
    if "pgettext" in nama:
        return [(isi[0], isi[1])] if len(isi) > 1 else []
    return [("", isi[0])]


def dari_python(teks: str) -> set[Pesan]:
    simpul = (s for s in ast.walk(ast.parse(teks)) if isinstance(s, ast.Call))
    return {p for s in simpul for p in _dari_panggilan(s)}


def dari_templat(teks: str) -> set[Pesan]:
    """Lewat `templatize` Django, yang mengubah tag terjemahan menjadi panggilan gettext."""
    from django.utils.translation.template import templatize

    semu, hasil = templatize(teks), set()
    for cocok in _PANGGIL.finditer(semu):
        dalam, i = 0, cocok.end() - 1
        for i in range(cocok.end() - 1, len(semu)):
            dalam += {"(": 1, ")": -1}.get(semu[i], 0)
            if dalam == 0:
                try:
                    pohon = ast.parse(semu[cocok.start() : i + 1].strip(), mode="eval")
                except SyntaxError:
                    continue  # tutup kurung di dalam tulisan: teruskan sampai panggilannya utuh
                if isinstance(pohon.body, ast.Call):
                    hasil.update(_dari_panggilan(pohon.body))
                break
    return hasil


def dipakai() -> dict[Path, set[Pesan]]:
    """Pesan yang dipakai, per folder aplikasi. Berkas di luar aplikasi dicatat pada folder `kasuari`."""
    hasil: dict[Path, set[Pesan]] = defaultdict(set)
    apps = aplikasi()
    for berkas in sorted(SUMBER.rglob("*")):
        if (
            "tests" in berkas.parts
            or "migrations" in berkas.parts
            or berkas.suffix not in {".py", ".html", ".txt"}
        ):
            continue
        if berkas.suffix != ".py" and "templates" not in berkas.parts:
            continue
        teks = berkas.read_text(encoding="utf-8")
        pesan = dari_python(teks) if berkas.suffix == ".py" else dari_templat(teks)
        if pesan:
            wajah = [w for asal, w in WAJAH.items() if asal in berkas.parents]
            hasil[next((a for a in (*wajah, *apps) if a in (*berkas.parents, *wajah)), SUMBER)] |= pesan
    return hasil


def hukum() -> set[Pesan]:
    """Nama rumus dan parameter: boleh diterjemahkan, tidak wajib (tampil bertanda lang="id" bila belum)."""
    from kasuari.aturan.tilik import semua_benda

    return {("", b.judul) for b in semua_benda()}


def _po(app: Path) -> Path:
    return app / "locale/en/LC_MESSAGES/django.po"


def diterjemahkan(app: Path) -> tuple[dict[Pesan, bool], list[str]]:
    """(pesan -> terisi, masalah). Entri kabur (fuzzy) dan tanda %(nama)s yang hilang adalah masalah."""
    from babel.messages.pofile import read_po

    if not _po(app).exists():
        return {}, []
    with _po(app).open("rb") as berkas:
        katalog = read_po(berkas, locale="en")
    isi, masalah = {}, []
    for m in katalog:
        if not m.id:
            continue
        kunci = m.id[0] if isinstance(m.id, (list, tuple)) else m.id
        tulisan = list(m.string) if isinstance(m.string, (list, tuple)) else [m.string]
        isi[(m.context or "", kunci)] = all(tulisan)
        nama = app.relative_to(SUMBER)
        if m.fuzzy:
            masalah.append(f"{nama}: kabur: {kunci!r}")
        tanda = set(re.findall(r"%\(\w+\)[sd]", kunci))
        if all(tulisan) and any(set(re.findall(r"%\(\w+\)[sd]", t)) != tanda for t in tulisan):
            masalah.append(f"{nama}: tanda isian berbeda: {kunci!r}")
    return isi, masalah


def periksa() -> list[str]:
    """Semua masalah katalog dalam kalimat; daftar kosong berarti lengkap."""
    pakai, hasil = dipakai(), []
    bersama, _ = diterjemahkan(BERSAMA)
    semua_pakai = set().union(*pakai.values())
    for app in sorted({*pakai, *aplikasi()}):
        isi, masalah = diterjemahkan(app)
        hasil += masalah
        nama = app.relative_to(SUMBER)
        ada = {k for k, terisi in {**bersama, **isi}.items() if terisi}
        hasil += [f"{nama}: belum ada: {p[1]!r}" for p in sorted(pakai.get(app, set()) - ada)]
        boleh = semua_pakai if app == BERSAMA else pakai.get(app, set())
        boleh = boleh | hukum() if app in WAJAH.values() else boleh
        hasil += [f"{nama}: tidak dipakai: {p[1]!r}" for p in sorted(set(isi) - boleh)]
    return hasil


def kerangka() -> str:
    """Entri kosong yang siap ditempel ke .po, per aplikasi."""
    bersama, _ = diterjemahkan(BERSAMA)
    baris = []
    for app, pesan in sorted(dipakai().items()):
        isi, _ = diterjemahkan(app)
        if kurang := sorted(pesan - set(isi) - set(bersama)):
            baris.append(f"# --- {app.relative_to(SUMBER)} ---")
            for konteks, teks in kurang:
                kutip = teks.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
                baris += ([f'msgctxt "{konteks}"'] if konteks else []) + [f'msgid "{kutip}"', 'msgstr ""', ""]
    return "\n".join(baris)


def susun() -> int:
    """Menyusun .mo yang lebih tua dari .po-nya; mengembalikan berapa yang ditulis."""
    basi = [
        po
        for po in SUMBER.rglob("locale/*/LC_MESSAGES/django.po")
        if not (mo := po.with_suffix(".mo")).exists() or mo.stat().st_mtime_ns < po.stat().st_mtime_ns
    ]
    if basi:
        from babel.messages.mofile import write_mo
        from babel.messages.pofile import read_po

        for po in basi:
            with po.open("rb") as masuk, po.with_suffix(".mo").open("wb") as keluar:
                write_mo(keluar, read_po(masuk, locale=po.parts[-3]))
    return len(basi)


def main(perintah: str) -> int:
    if perintah == "susun":
        susun()
        return 0
    import django
    from django.conf import settings

    if not settings.configured:
        settings.configure(USE_I18N=True)
        django.setup()
    if perintah == "kerangka":
        print(kerangka())
        return 0
    masalah = periksa()
    print("\n".join(masalah) or "Katalog lengkap.")
    return 1 if masalah else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "periksa"))
