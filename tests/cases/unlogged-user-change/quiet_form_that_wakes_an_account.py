from django.shortcuts import redirect, render

from accounts.forms import ReactivateAccountForm
from accounts.models import User


def reactivate(request, number):
    user = User.objects.get(pk=number)
    form = ReactivateAccountForm(request, user, request.POST)
    if form.is_valid():
        form.save()
        return redirect("/")
    return render(request, "reactivate.html", {"form": form})


def delete_user(request, number):
    user = User.objects.get(pk=number)
    user.nickname = ""
    user.save()
    return redirect("/")
