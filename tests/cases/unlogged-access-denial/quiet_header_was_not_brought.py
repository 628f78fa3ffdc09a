from django.http import JsonResponse
from rest_framework.exceptions import PermissionDenied

from trade.models import Exporter

TOKEN_HEADER = "HTTP_EXPORTER_USER_TOKEN"


def header_of(request):
    if request.META.get(TOKEN_HEADER):
        return Exporter.number_of(request.META.get(TOKEN_HEADER))
    raise PermissionDenied("no token")


def index(request):
    number = header_of(request)
    return JsonResponse({"number": number})
