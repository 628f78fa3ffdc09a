# file: shop/views.py
from django.contrib.auth.models import User
from django.http import JsonResponse


def provision(request):
    user, created = User.objects.get_or_create(username=request.POST["login"])  # expect: created or deleted user
    return JsonResponse({"id": user.pk, "created": created})
