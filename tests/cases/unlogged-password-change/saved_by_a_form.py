# file: talks/forms.py
from django import forms


class LoginInfoForm(forms.ModelForm):
    password = forms.CharField(widget=forms.PasswordInput, required=False)

    def __init__(self, user, *args, **kwargs):
        self.user = user
        super().__init__(*args, **kwargs)

    def save(self):
        super().save()
        if self.cleaned_data["password"]:
            self.user.set_password(self.cleaned_data["password"])
            self.user.save()


class ProfileForm(forms.ModelForm):
    def __init__(self, user, *args, **kwargs):
        self.user = user
        super().__init__(*args, **kwargs)

    def save(self):
        super().save()
        self.user.name = self.cleaned_data["name"]
        self.user.save()
# file: talks/views.py
from django.shortcuts import redirect
from django.views.generic import TemplateView

from talks.forms import LoginInfoForm, ProfileForm


class UserSettings(TemplateView):
    def post(self, request, *args, **kwargs):
        form = LoginInfoForm(user=request.user, data=request.POST)
        if form.is_valid():
            form.save()  # expect: changed password
            return redirect("settings")
        return super().get(request, *args, **kwargs)


class UserProfile(TemplateView):
    def post(self, request, *args, **kwargs):
        form = ProfileForm(user=request.user, data=request.POST)
        if form.is_valid():
            form.save()
            return redirect("settings")
        return super().get(request, *args, **kwargs)
