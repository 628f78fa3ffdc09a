"""A part of what a query asks for holds any line break that stands in it."""

import logging

from django.http import HttpResponse

log = logging.getLogger(__name__)


def last_of(request):
    found = request.GET.get("words", None)
    return found.split(",")[-1] if found else None


def lookup(request):
    log.warning("nothing is known of %s", last_of(request))  # expect: reaches log.warning()
    return HttpResponse("")
