from django.http import HttpResponseRedirect
from django.urls import reverse

from shop.models import ApiToken


def new_note(request, account):
    account.note_set.create(text=request.POST["text"])
    return HttpResponseRedirect(reverse("account", args=[account.id]))


def read_tokens(request, account):
    names = [token.name for token in account.apitoken_set.all()]
    account.note_set.filter(text__in=names).delete()
    return HttpResponseRedirect(reverse("account", args=[account.id]))
