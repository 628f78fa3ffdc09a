# file: site/settings.py
INSTALLED_APPS = ["django.contrib.auth", "simple_history", "accounts"]
# file: accounts/views.py
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.views import View

from accounts.forms import NewPersonForm


class Register(View):
    form_class = NewPersonForm

    def post(self, request):
        form = self.form_class(request.POST)
        if not form.is_valid():
            return render(request, "register.html", {"form": form})
        form.save()  # expect: created or deleted user
        return HttpResponseRedirect("/")
# file: accounts/forms.py
from django import forms


class NewPersonForm(forms.ModelForm):
    pass
