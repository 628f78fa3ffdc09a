# file: nav/useradmin/forms.py
from django import forms


class TokenForm(forms.Form):
    name = forms.CharField()
# file: nav/useradmin/views.py
from django.contrib import messages
from django.shortcuts import render
from django.views import generic

from nav.tokens import generate_refresh_token, hash_token
from nav.useradmin.forms import TokenForm


class JWTCreate(generic.View):
    def post(self, request, *args, **kwargs):
        form = TokenForm(request.POST)
        if form.is_valid():
            token = form.save(commit=False)
            encoded = generate_refresh_token()
            token.hash = hash_token(encoded)
            token.save()  # expect: made or revoked token
            messages.success(request, "New token created")
            return render(request, "useradmin/token.html", {"token": encoded})
        return render(request, "useradmin/new.html", {"form": form})


class TokenCreate(generic.View):
    def post(self, request, *args, **kwargs):
        form = TokenForm(request.POST)
        if form.is_valid():
            token = form.save(commit=False)
            token.owner = request.user
            token.save()  # expect: made or revoked token
        return render(request, "useradmin/new.html", {"form": form})
