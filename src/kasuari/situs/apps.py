from django.apps import AppConfig


class SitusConfig(AppConfig):
    name = "kasuari.situs"
    label = "situs"
    verbose_name = "Situs"

    def ready(self) -> None:
        from kasuari.dasar.impor.penerap import daftarkan_penerap
        from kasuari.situs import pintu, tim, tugas
        from kasuari.situs.jejak import pintu as pintu_jejak
        from kasuari.situs.organisasi import pintu as pintu_organisasi
        from kasuari.situs.organisasi.terap_formasi import PenerapFormasi
        from kasuari.situs.surat import pintu as pintu_surat
        from kasuari.situs.surat import service  # noqa: F401 - pintu tulisnya mendaftar saat dimuat

        pintu.pasang()
        pintu_jejak.pasang()
        pintu_organisasi.pasang()
        daftarkan_penerap(PenerapFormasi())
        tim.pasang()
        pintu_surat.pasang()
        tugas.pasang()
