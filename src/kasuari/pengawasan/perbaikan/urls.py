from django.urls import path

from kasuari.pengawasan.perbaikan import views

app_name = "perbaikan"
urlpatterns = [
    path("", views.daftar, name="daftar"),
    path("temuan/", views.temuan, name="temuan"),
    path("permintaan/", views.permintaan, name="permintaan"),
    path("permintaan/<uuid:uid>/", views.jawab, name="jawab"),
    path("<uuid:uid>/", views.satu, name="satu"),
    path("<uuid:uid>/rencana/", views.rencana, name="rencana"),
    path("<uuid:uid>/bukti/", views.bukti, name="bukti"),
    path("<uuid:uid>/bukti/<uuid:bukti>/", views.unduh, name="unduh"),
    path("<uuid:uid>/minta/", views.minta, name="minta"),
    path("<uuid:uid>/<slug:aksi>/", views.langkah, name="langkah"),
]
