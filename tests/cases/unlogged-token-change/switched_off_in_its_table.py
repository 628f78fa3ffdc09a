"""A token is made void in its table, by a query or as a row of a vague name."""

from django.shortcuts import redirect
from shop.models import ApiToken


def key_delete(request, pk):
    ApiToken.objects.filter(pk=pk, user=request.user).update(is_active=False)  # expect: a made or revoked token leaves no security record
    return redirect("accounts")


def key_seen(request, pk):
    ApiToken.objects.filter(pk=pk).update(last_used=1)
    return redirect("accounts")


def key_gone(request, pk):
    row = ApiToken.objects.get(pk=pk)
    row.revoked = True  # expect: a made or revoked token leaves no security record
    row.save()
    return redirect("accounts")
