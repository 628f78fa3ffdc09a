from django.contrib.auth import authenticate, login
from django.shortcuts import redirect, render


def auth_view(request):
    user = authenticate(request, username=request.POST["username"], password=request.POST["password"])
    if user is None:
        return render(request, "login.html", {"error": "no"}, status=401)
    login(request, user)  # expect: a login leaves no security record
    return redirect("/")
