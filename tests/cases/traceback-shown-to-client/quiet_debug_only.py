import traceback

from django.conf import settings
from django.http import HttpResponse


def failed(request):
    if settings.DEBUG:
        return HttpResponse(traceback.format_exc(), status=500)
    return HttpResponse("Something went wrong.", status=500)
