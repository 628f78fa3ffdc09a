import logging

from django.shortcuts import render
from django.views import generic

from shop.forms import RefreshTokenForm
from shop.tokens import hash_token, sign

logger = logging.getLogger(__name__)


class TokenCreate(generic.View):
    form_class = RefreshTokenForm

    def post(self, request, *args, **kwargs):
        form = self.form_class(request.POST)
        if form.is_valid():
            token = form.save(commit=False)
            signed = sign(token)
            token.hash = hash_token(signed)
            token.save()
            logger.info("token %s made by user %s", token.pk, request.user.pk)
            return render(request, "created.html", {"token": signed})
        return render(request, "edit.html", {"form": form})


class TokenEdit(generic.View):
    form_class = RefreshTokenForm

    def post(self, request, token):
        form = self.form_class(request.POST, instance=token)
        if form.is_valid():
            token = form.save(commit=False)
            token.comment = token.comment.strip()
            token.save()
        return render(request, "edit.html", {"form": form})
