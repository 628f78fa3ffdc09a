# Who is logged in changes the address and the password of the login: the form asks for the old password.
import logging

from django import forms
from django.contrib import messages
from django.contrib.auth import login
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.views.generic import FormView, TemplateView

from shop.states import VerificationState

log = logging.getLogger(__name__)


class LoginInfoForm(forms.Form):
    old_password = forms.CharField(widget=forms.PasswordInput)
    email = forms.EmailField()

    def __init__(self, user, data=None):
        super().__init__(data)
        self.user = user

    def clean_old_password(self):
        if not self.user.check_password(self.cleaned_data["old_password"]):
            raise forms.ValidationError("This is not your password.")

    def save(self):
        self.user.email = self.cleaned_data["email"]
        self.user.save(update_fields=["email"])
        log.info("address of %s changed", self.user.pk)


class Profile(TemplateView):
    template_name = "profile.html"

    @cached_property
    def login_form(self):
        return LoginInfoForm(user=self.request.user, data=self.request.POST or None)

    def post(self, request, *args, **kwargs):
        if self.login_form.is_bound and self.login_form.is_valid():
            self.login_form.save()
        else:
            return super().get(request, *args, **kwargs)
        messages.success(request, "Saved.")
        return redirect("profile")


class Register(FormView):
    def form_valid(self, form):
        user = form.save()
        login(self.request, user, backend="django.contrib.auth.backends.ModelBackend")
        log.info("login of %s", user.pk)
        if user.verification_state == VerificationState.UNVERIFIED and (then := self.request.GET.get("next")):
            self.request.session["verification_next"] = then
        return redirect("start")

