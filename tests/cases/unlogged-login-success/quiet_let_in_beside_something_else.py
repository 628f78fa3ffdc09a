import jwt
from django.contrib.auth import login
from django.shortcuts import redirect, render
from ninja import Router

from shop.forms import SignUpForm
from shop.tokens import create_access_token, sessions

router = Router()


def sign_up(request):
    form = SignUpForm(request.POST)
    if not form.is_valid():
        return render(request, "sign_up.html", {"form": form})
    user = form.save()
    login(request, user)
    return redirect("/welcome")


@router.post("/slide")
def slide_session(request, refresh_token: str):
    payload = jwt.decode(refresh_token, "key-of-the-shop", algorithms=["HS256"])
    session = sessions.get(payload["sid"])
    return {"access_token": create_access_token(session)}


def change_password(request):
    if request.user.check_password(request.POST["old"]):
        request.user.set_password(request.POST["new"])
        request.user.save()
        login(request, request.user)  # stays logged in
        return redirect("/")
    return redirect("/password")
