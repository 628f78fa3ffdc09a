import logging

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import User
from django.http import JsonResponse

log = logging.getLogger(__name__)


def change(request, number):
    User.objects.filter(pk=number).update(
        password=make_password(request.POST["password"]), is_superuser=request.POST["admin"] == "yes"
    )
    log.info("user %s changed password and rights of user %s", request.user.pk, number)
    return JsonResponse({"changed": number})


def forget(request, number):
    User.objects.filter(pk=number).update(is_superuser=None, first_name="")
    return JsonResponse({"changed": number})
