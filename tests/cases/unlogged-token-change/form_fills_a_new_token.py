from django.shortcuts import render
from django.views import generic

from shop.forms import RefreshTokenForm
from shop.tokens import hash_token, sign


class JWTCreate(generic.View):
    form_class = RefreshTokenForm

    def post(self, request, *args, **kwargs):
        form = self.form_class(request.POST)
        if form.is_valid():
            token = form.save(commit=False)
            signed = sign(token)
            token.hash = hash_token(signed)
            token.save()  # expect: a made or revoked token leaves no security record
            return render(request, "created.html", {"token": signed})
        return render(request, "edit.html", {"form": form})
