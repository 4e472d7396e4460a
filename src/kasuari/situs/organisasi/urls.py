from django.urls import path

from kasuari.situs.organisasi import views

app_name = "organisasi"
urlpatterns = [
    path("", views.pohon, name="pohon"),
    path("tata/", views.tata, name="tata"),
    path("<uuid:uid>/", views.unit, name="unit"),
]
