from django.urls import path

from portal import views

urlpatterns = [
    path("sign-in", views.sign_in),
    path("invoices/<int:number>", views.invoice),
]
