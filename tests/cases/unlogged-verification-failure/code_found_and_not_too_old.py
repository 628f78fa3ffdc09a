"""A row is asked for by a code, and must be there and not too old; a page is shown otherwise, and nothing is recorded."""

from django.contrib import messages
from django.contrib.auth import login
from django.shortcuts import redirect, render
from django.utils.timezone import now

from .forms import CodeForm
from .models import OTP, BackupCode, Member


def verify_otp(request):
    member = Member.objects.get(id=request.session["pending"])
    form = CodeForm(request.POST)
    if form.is_valid():
        given = form.cleaned_data["otp"]
        saved = OTP.objects.filter(member=member, code=given).first()
        if saved and saved.expires_at > now():
            login(request, member)
            return redirect("home")
        else:
            return render(request, "otp.html", {"form": form, "error": "Wrong or expired code."})  # expect: does not verify
    return render(request, "otp.html", {"form": form})


def verify_with_recovery(request):
    form = CodeForm(request.POST)
    if form.is_valid():
        found = BackupCode.objects.filter(device__user=request.user, code=form.cleaned_data["code"], used=False).first()
        if found:
            found.used = True
            found.save()
            request.session["is_verified"] = True
            return redirect("home")
        messages.error(request, "Invalid or already used backup code.")
    return render(request, "recovery.html", {"form": form})  # expect: does not verify
