from django.http import HttpResponseRedirect
from django.shortcuts import render

from shelter.models import Kennel


def kennel_log(request, number):
    kennel = Kennel.objects.get(number=number)
    if not kennel.may_be_read_by(request.user):
        return render(request, "shelter/access_denied.html", {"number": number})  # expect: denied access
    return render(request, "shelter/kennel.html", {"kennel": kennel})


def adopt(request, number):
    if not request.user.has_perm("shelter.adopt"):
        return HttpResponseRedirect("/errors/forbidden/")  # expect: denied access
    return render(request, "shelter/adopt.html")
