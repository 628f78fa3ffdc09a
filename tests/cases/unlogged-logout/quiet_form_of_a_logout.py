from django.contrib.auth import logout as leave
from django.shortcuts import redirect, render

from shop.audit import create_audit_event
from shop.forms import LogoutForm


def logout(request):
    if request.method == "POST":
        form = LogoutForm(request.POST)
        if form.is_valid():
            create_audit_event("authorisation", request, f"{request.user.username} logged out")
            leave(request)
            return redirect("login")
    else:
        form = LogoutForm()
    return render(request, "logout_confirm.html", {"form": form})
