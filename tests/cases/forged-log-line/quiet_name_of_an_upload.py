import logging

from django.http import HttpRequest, HttpResponse

logger = logging.getLogger(__name__)


def upload(request: HttpRequest) -> HttpResponse:
    files = request.FILES.getlist("file")
    first = files[0]
    logger.debug("upload of %s", first)
    return HttpResponse()
