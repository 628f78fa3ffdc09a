"""The password of whoever was only now made is the first one; that of somebody who was there is changed."""

from django.contrib.auth import get_user_model
from django.http import JsonResponse
from django.utils.crypto import get_random_string

User = get_user_model()


def arrive(request):
    user, created = User.objects.get_or_create(email=request.POST["email"])
    if created:
        user.set_password(get_random_string(length=16))
        user.save()
    return JsonResponse({"id": user.pk})


def renew(request):
    user, created = User.objects.get_or_create(email=request.POST["email"])
    if not created:
        user.set_password(get_random_string(length=16))  # expect: a changed password leaves no security record
        user.save()
    return JsonResponse({"id": user.pk})
