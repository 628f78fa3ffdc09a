import logging

from django.http import HttpRequest

logger = logging.getLogger(__name__)


def select(request: HttpRequest, tokens):
    token_pk = request.POST.get("_token")
    logger.debug("%s has chosen %s", request.user, token_pk)
    access_token = request.POST.get("access_token")
    logger.debug("%s has brought %s", request.user, access_token)  # expect: token
    return tokens.get(pk=token_pk)
