import logging

from django import forms
from django.contrib.auth.models import User
from django.http import JsonResponse

logger = logging.getLogger(__name__)


class JoinForm(forms.Form):
    room = forms.CharField()
    passphrase = forms.CharField(widget=forms.PasswordInput)


class ProfileForm(forms.ModelForm):
    newsletter = forms.BooleanField(required=False)

    class Meta:
        model = User
        fields = "__all__"


def join(request):
    form = JoinForm(request.POST)
    if form.is_valid():
        logger.info("joined: %s", form.cleaned_data)  # expect: reaches logger.info()
    return JsonResponse({"ok": form.is_valid()})


def profile(request):
    form = ProfileForm(request.POST)
    if form.is_valid():
        logger.info("changed: %s", form.cleaned_data)  # expect: reaches logger.info()
    return JsonResponse({"ok": form.is_valid()})
