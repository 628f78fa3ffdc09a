# file: shop/views.py
import logging

from django.shortcuts import redirect, render
from shop.forms import UserFormWithoutPassword, UserFormWithPassword

logger = logging.getLogger(__name__)


def user_view(request):
    form = UserFormWithPassword()
    if request.method == "POST":
        form = UserFormWithPassword(request.POST)
        if form.is_valid():
            user = form.save()
            logger.info("user created", extra={"user": user.pk})
            return redirect("/users")
    return render(request, "user.html", {"form": form})


def user_change_view(request, user):
    form = UserFormWithoutPassword(request.POST or None, instance=user)
    if form.is_valid():
        form.save()
        return redirect("/users")
    return render(request, "user.html", {"form": form})
