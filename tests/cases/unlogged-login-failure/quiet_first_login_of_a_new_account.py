"""Who has just signed up logs in with the password that the form was told twice."""

from django.contrib.auth import authenticate, login
from django.contrib.auth.forms import UserCreationForm
from django.shortcuts import redirect, render


def welcome(request):
    form = UserCreationForm(request.POST)
    if form.is_valid():
        user = form.save()
        logger_of(user).info("user_created user=%s", user.pk)
        user = authenticate(username=user.username, password=form.cleaned_data["password1"])
        if user is not None:
            login(request, user)
            logger_of(user).info("authn_login_success user=%s", user.pk)
            return redirect("storage")
    return render(request, "welcome.html", {"form": form})
