from django.contrib.auth.views import LoginView
from django.shortcuts import redirect

from shop.models import FailedLogin


class SecondStep(LoginView):
    def form_invalid(self, form):
        FailedLogin.objects.create(username=self.get_user().username)
        if FailedLogin.objects.filter(username=self.get_user().username).count() > 5:
            return redirect("/failed")
        return super().form_invalid(form)


class FirstStep(LoginView):
    def form_invalid(self, form):
        if form.attempts > 5:
            return redirect("/failed")  # expect: form_invalid() returns
        return super().form_invalid(form)
