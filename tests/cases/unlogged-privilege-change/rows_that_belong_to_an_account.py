from django.http import HttpResponseRedirect
from django.urls import reverse

from shop.models import AccountGroup


def save_account_group(request, account, group_form):
    if group_form.is_valid():
        account.accountgroup_set.add(group_form.cleaned_data["group"])  # expect: change of rights
    return HttpResponseRedirect(reverse("account", args=[account.id]))
