"""What the form of a second step says is recorded by its view."""

from django import forms
from django.contrib.auth import login as auth_login
from django.http import HttpResponseBadRequest
from django.shortcuts import redirect, render
import pyotp
import logging

from shop.models import Customer


log = logging.getLogger(__name__)


class CodeForm(forms.Form):
    code = forms.RegexField(regex=r"^\d{6}$")

    def __init__(self, totp, post=None):
        self.totp = totp
        super().__init__(post)

    def clean_code(self):
        if not self.totp.verify(self.cleaned_data["code"], valid_window=1):
            raise forms.ValidationError("That code is wrong.")
        return self.cleaned_data["code"]


def second_step(request):
    if "waiting" not in request.session:
        return HttpResponseBadRequest()
    user = Customer.objects.get(id=request.session["waiting"])
    totp = pyotp.totp.TOTP(user.profile.totp)
    if request.method == "POST":
        form = CodeForm(totp, request.POST)
        if form.is_valid():
            request.session.pop("waiting")
            auth_login(request, user)
            log.info("second step of %s", user.pk)
            return redirect("index")
        log.warning("wrong code of %s", user.pk)
    else:
        form = CodeForm(totp)
    return render(request, "second_step.html", {"form": form})
