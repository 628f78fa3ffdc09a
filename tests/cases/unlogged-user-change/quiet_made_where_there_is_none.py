# file: shop/views.py
import logging

from django.contrib.auth.models import User
from django.http import JsonResponse
from shop.models import UserSettings

logger = logging.getLogger(__name__)


def provision(request):
    user, created = User.objects.get_or_create(username=request.POST["login"])
    if created:
        logger.info("user created", extra={"user": user.pk})
    return JsonResponse({"id": user.pk, "created": created})


def settings(request):
    kept, _ = UserSettings.objects.get_or_create(user=request.user)
    return JsonResponse(kept.values)
