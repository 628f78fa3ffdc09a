from django.http import HttpResponseRedirect
from django.urls import reverse

from shop.models import ApiToken


def new_token(request, account):
    account.apitoken_set.create(name=request.POST["name"])  # expect: made or revoked token
    return HttpResponseRedirect(reverse("account", args=[account.id]))


def drop_tokens(request, account):
    account.apitoken_set.filter(name=request.POST["name"]).delete()  # expect: made or revoked token
    return HttpResponseRedirect(reverse("account", args=[account.id]))
