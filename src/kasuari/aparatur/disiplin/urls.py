from django.urls import path

from kasuari.aparatur.disiplin import views

app_name = "disiplin"
urlpatterns = [
    path("", views.saya, name="saya"),
    path("buka/", views.buka, name="buka"),
    path("ikhtisar/", views.ikhtisar, name="ikhtisar"),
    path("<uuid:uid>/", views.satu, name="satu"),
    path("<uuid:uid>/pendapat/", views.pendapat, name="pendapat"),
    path("<uuid:uid>/bebas/", views.bebas, name="bebas"),
    path("<uuid:uid>/bukti/<uuid:lembar>/", views.bukti, name="bukti"),
    path("<uuid:uid>/surat/<uuid:surat>/", views.satu_surat, name="surat"),
    path("<uuid:uid>/<slug:aksi>/", views.langkah, name="langkah"),
]
