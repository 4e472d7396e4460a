from django.apps import AppConfig


class KetentuanConfig(AppConfig):
    name = "kasuari.dasar.ketentuan"
    label = "ketentuan"
    verbose_name = "Ketentuan"

    def ready(self) -> None:
        from kasuari.dasar.akun.service import pelimpahan
        from kasuari.dasar.ketentuan import pintu, sementara

        pintu.pasang()
        pelimpahan.daftarkan_pemeriksa(sementara.pastikan)
