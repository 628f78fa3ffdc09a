from django.http import HttpResponseRedirect
from django.urls import reverse

from shop.models import AccountGroup


def save_account_pictures(request, account, form):
    if form.is_valid():
        account.picturegroup_set.add(form.cleaned_data["group"])
        account.accountgroup_set.filter(name=form.cleaned_data["name"]).first()
    return HttpResponseRedirect(reverse("account", args=[account.id]))
