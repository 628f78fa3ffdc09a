"""A row of the program's own, and users that a provider keeps, who records for itself."""

from django.contrib.auth import get_user_model

from .parts import admin_of_the_realm


def sentinel(request):
    return get_user_model().objects.get_or_create(username="deleted")[0]


def create_user(request):
    keycloak_admin = admin_of_the_realm()
    keycloak_admin.create_user(payload={"username": request.POST["name"]})


def delete_user(request, number):
    keycloak_admin = admin_of_the_realm()
    keycloak_admin.delete_user(user_id=number)
