import logging

from django.conf import settings
from django.http import HttpResponse

logger = logging.getLogger(__name__)


def health(request):
    logger.info("version %s, user %s", settings.VERSION, request.user.pk)
    logger.info("method %s, secure %s", request.method, request.is_secure())
    logger.info("view %s", request.resolver_match.view_name)
    return HttpResponse("ok")
