from django.shortcuts import render

from ferry.forms import ResetForm
from ferry.models import EmailVerification, User
from ferry.tasks import send_reset_email


def request_reset_password(request):
    form = ResetForm(request.POST)
    if form.is_valid():
        user = User.objects.get(username=form.cleaned_data["email"])
        verification = EmailVerification.objects.create(user=user, email=user.username)
        send_reset_email.delay(user.username, verification.token)
    return render(request, "ferry/sent.html", {"form": form})
