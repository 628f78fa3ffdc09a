import secrets

from django import forms
from django.http import HttpResponseRedirect

from library.models import Reader


class ReaderForm(forms.ModelForm):
    class Meta:
        model = Reader
        fields = ["first_name", "last_name", "email"]

    def save(self, commit=True):
        reader = super().save(commit=False)
        reader.set_password(secrets.token_urlsafe(20))
        if commit:
            reader.save()
        return reader


def ask_for_a_library(request):
    form = ReaderForm(request.POST)
    if form.is_valid():
        asking = form.save(commit=False)
        request.session["asking"] = asking.email
        return HttpResponseRedirect("/thanks")
    return HttpResponseRedirect("/again")
