"""One call changes a password and a role: these are two events."""

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import User
from django.http import JsonResponse


def change(request, number):
    User.objects.filter(pk=number).update(  # expect: a change of rights leaves no security record
        password=make_password(request.POST["password"]), is_superuser=request.POST["admin"] == "yes"
    )
    return JsonResponse({"changed": number})
