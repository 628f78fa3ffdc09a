"""Baskets and offers are no tokens; that a token was seen makes none void."""

from django.shortcuts import redirect

from shop.models import ApiToken, Basket, Offer


def key_seen(request, pk):
    ApiToken.objects.filter(pk=pk).update(last_used=1)
    return redirect("accounts")


def basket_off(request, pk):
    Basket.objects.filter(pk=pk).update(is_active=False)
    row = Offer.objects.get(pk=pk)
    row.disabled = True
    row.save()
    return redirect("baskets")
