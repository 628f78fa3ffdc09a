from django.contrib.auth import authenticate, login
from django.shortcuts import redirect, render


def check_token(request, name, token):
    if request.method != "POST":
        return render(request, "enter.html")
    guest = authenticate(username=name, token=token)
    if guest is not None and guest.is_active:
        login(request, guest)
        return redirect("inside")
    request.session["bad_link"] = True
    return redirect("enter")  # expect: failed login
