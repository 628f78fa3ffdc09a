from datetime import timedelta

from django.contrib.auth import get_user_model
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone


def lock(request, pk):
    user = get_object_or_404(get_user_model(), pk=pk)
    user.locked_until = timezone.now() + timedelta(days=1)  # expect: lock() sets user.locked_until
    user.save()
    return redirect("users")


def unlock(request, pk):
    user = get_object_or_404(get_user_model(), pk=pk)
    user.locked_until = None  # expect: unlock() sets user.locked_until
    user.save()
    return redirect("users")
