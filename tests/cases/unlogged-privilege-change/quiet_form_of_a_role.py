# file: shop/views.py
import logging

from django.shortcuts import redirect, render
from shop.forms import GroupForm, ProductGroupForm, UserForm

logger = logging.getLogger(__name__)


def edit_group(request, group):
    form = GroupForm(request.POST or None, instance=group)
    if form.is_valid():
        form.save()
        logger.info("group changed", extra={"group": group.pk, "user": request.user.pk})
        return redirect("/groups")
    return render(request, "group.html", {"form": form})


def edit_product_group(request, group):
    form = ProductGroupForm(request.POST or None, instance=group)
    if form.is_valid():
        form.save()
        return redirect("/products")
    return render(request, "group.html", {"form": form})


def edit_profile(request):
    form = UserForm(request.POST or None, instance=request.user)
    if form.is_valid():
        form.save()
        return redirect("/me")
    return render(request, "me.html", {"form": form})
