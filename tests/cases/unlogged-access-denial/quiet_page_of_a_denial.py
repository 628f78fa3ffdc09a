import logging

from django.http import HttpResponseRedirect
from django.shortcuts import render

from shelter.models import Kennel

logger = logging.getLogger(__name__)


def kennel_log(request, number):
    kennel = Kennel.objects.get(number=number)
    if not kennel.may_be_read_by(request.user):
        logger.warning("kennel %s refused to %s", number, request.user)
        return render(request, "shelter/access_denied.html", {"number": number})
    return render(request, "shelter/kennel.html", {"kennel": kennel})


def feeding(request, number):
    kennel = Kennel.objects.get(number=number)
    if kennel.empty:
        return render(request, "shelter/no_animals.html", {"text": "not fed, access denied to nobody"})
    return HttpResponseRedirect("/kennels/")
