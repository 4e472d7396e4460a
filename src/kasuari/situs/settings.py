"""Setelan Django, seluruhnya dari lingkungan (lihat lingkungan.py). Yang keliru menghentikan start."""

import secrets
from pathlib import Path
from urllib.parse import unquote, urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

from kasuari.situs import lingkungan as env

MODE = env.teks("KASUARI_MODE")
if MODE not in {"produksi", "demo", "uji"}:
    raise ImproperlyConfigured(f"KASUARI_MODE harus produksi, demo, atau uji, bukan '{MODE}'.")
DEMO = MODE == "demo"
DATA = Path(env.teks("KASUARI_DATA")).resolve()
SUMBER = Path(__file__).resolve().parent.parent
ALAMAT = env.teks("KASUARI_ALAMAT").rstrip("/")
DEBUG = env.benar("KASUARI_DEBUG")


def _rahasia(nama: str, panjang: int) -> str:
    """Di produksi wajib disebut; di demo dibuat sekali dan disimpan di folder data."""
    if nilai := env.teks(nama):
        return nilai
    if MODE == "produksi":
        raise ImproperlyConfigured(f"{nama} belum diisi. Buat dengan: openssl rand -base64 {panjang}")
    berkas = DATA / "kunci" / nama.lower()
    if not berkas.exists():
        berkas.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        berkas.write_text(secrets.token_urlsafe(panjang))
        berkas.chmod(0o600)
    return berkas.read_text()


SECRET_KEY = _rahasia("KASUARI_SECRET_KEY", 60)
KUNCI_DATA = _rahasia("KASUARI_KUNCI_DATA", 48)
if MODE == "produksi":
    if len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 12:
        raise ImproperlyConfigured("KASUARI_SECRET_KEY terlalu lemah: paling sedikit 50 huruf acak.")
    if DEBUG:
        raise ImproperlyConfigured("KASUARI_DEBUG tidak boleh 'ya' di produksi.")
    if not env.daftar("KASUARI_HOST"):
        raise ImproperlyConfigured("KASUARI_HOST belum diisi: sebut nama host yang dilayani.")
ALLOWED_HOSTS = env.daftar("KASUARI_HOST") or ["127.0.0.1", "localhost", "[::1]", "testserver"]
CSRF_TRUSTED_ORIGINS = [ALAMAT] if ALAMAT.startswith("https://") else []

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "csp",
    "kasuari.dasar.rupa",
    "kasuari.dasar.jejak",
    "kasuari.dasar.orang",
    "kasuari.dasar.organisasi",
    "kasuari.dasar.akun",
    "kasuari.dasar.dokumen",
    "kasuari.dasar.kabar",
    "kasuari.dasar.ketentuan",
    "kasuari.dasar.indikator",
    "kasuari.dasar.alur",
    "kasuari.dasar.impor",
    "kasuari.aparatur.pegawai",
    "kasuari.aparatur.profesionalitas",
    "kasuari.aparatur.cuti",
    "kasuari.aparatur.usulan",
    "kasuari.aparatur.disiplin",
    "kasuari.masyarakat.layanan",
    "kasuari.masyarakat.antrean",
    "kasuari.masyarakat.survei",
    "kasuari.masyarakat.pungutan",
    "kasuari.pengawasan.perbaikan",
    "kasuari.situs",
    "django.forms",  # templat widget; sesudah rupa, supaya rupa boleh menimpanya
]
FORM_RENDERER = "kasuari.dasar.rupa.borang.Perender"

if MODE in {"demo", "uji"}:
    INSTALLED_APPS.append("kasuari.tur")

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "kasuari.dasar.akun.middleware.PelakuMiddleware",
]

ROOT_URLCONF = "kasuari.situs.urls"
WSGI_APPLICATION = "kasuari.situs.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "kasuari.situs.konteks.umum",
            ],
            "builtins": ["django.templatetags.i18n", "kasuari.dasar.rupa.templatetags.rupa"],
        },
    }
]

# --- basis data: SQLite bawaan, PostgreSQL lewat DATABASE_URL ---
if env.teks("DATABASE_URL"):
    DATABASES = {"default": dj_database_url.parse(env.teks("DATABASE_URL"))}
    if DATABASES["default"]["ENGINE"] != "django.db.backends.postgresql":
        raise ImproperlyConfigured("DATABASE_URL hanya menerima postgres://... ; kosongkan untuk SQLite.")
    DATABASES["default"]["OPTIONS"] = {"pool": {"min_size": 1, "max_size": 8}}
else:
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(DATA / "kasuari.sqlite3"),
            "CONN_MAX_AGE": 300,  # membuka dan menutup WAL tiap permintaan lebih mahal daripada kuerinya
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                # recursive_triggers: tanpanya REPLACE menghapus baris tanpa memicu penolakan hapus.
                "init_command": (
                    "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA recursive_triggers=ON;"
                    "PRAGMA foreign_keys=ON; PRAGMA cache_size=-32000; PRAGMA temp_store=MEMORY;"
                ),
            },
        }
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ATOMIC_REQUESTS = False

# --- bahasa dan waktu ---
LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Jayapura"
USE_THOUSAND_SEPARATOR = True

# --- berkas ---
STATIC_URL = "/statis/"
STATIC_ROOT = DATA / "statis"
WHITENOISE_MANIFEST_STRICT = True
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA / "berkas"},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

# --- masuk ---
AUTH_USER_MODEL = "akun.Akun"
LOGIN_URL = "/masuk/"
LOGIN_REDIRECT_URL = "/kerja/"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
TOTP_WAJIB = MODE == "produksi"  # peran petugas tanpa langkah kedua hanya dapat memasangnya
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("nomor", "email")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# --- surat ---
_surat = urlsplit(env.teks("EMAIL_URL"))
if _surat.scheme:
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST = _surat.hostname or "localhost"
    EMAIL_PORT = _surat.port or 25
    EMAIL_HOST_USER = unquote(_surat.username or "")
    EMAIL_HOST_PASSWORD = unquote(_surat.password or "")
    EMAIL_USE_SSL = _surat.scheme == "smtps"
    EMAIL_USE_TLS = _surat.scheme == "smtp" and bool(_surat.username)
    EMAIL_TIMEOUT = 20
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = DATA / "surat"
DEFAULT_FROM_EMAIL = env.teks("KASUARI_DARI")

# --- tanda tangan surat: setempat (demo), bsre, atau basah (dicetak dan ditandatangani tangan) ---
TANDA = env.teks("KASUARI_TANDA") or ("setempat" if MODE in {"demo", "uji"} else "basah")
BSRE_ALAMAT, BSRE_KUNCI = env.teks("KASUARI_BSRE_ALAMAT"), env.teks("KASUARI_BSRE_KUNCI")

# --- SIASN (dibaca aparatur/pegawai/siasn) ---
SIASN = {
    nama: env.teks(f"KASUARI_SIASN_{nama.upper()}")
    for nama in ("api", "apim_token", "sso_token", "kunci", "rahasia", "pengguna", "sandi")
}
SIASN_USUL = env.teks("KASUARI_SIASN_USUL")

# --- pengamanan ---
SESSION_COOKIE_NAME = "kasuari_sesi"
CSRF_COOKIE_NAME = "kasuari_csrf"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 12 * 3600  # diperpanjang selama dipakai
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
if ALAMAT.startswith("https://"):
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "form-action": ["'self'"],
    }
}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"baris": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"layar": {"class": "logging.StreamHandler", "formatter": "baris"}},
    "root": {"handlers": ["layar"], "level": "INFO"},
    "loggers": {"django.server": {"level": "WARNING"}},
}
