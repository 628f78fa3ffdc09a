import logging

import structlog
from django.conf import settings
from django.http import HttpResponse
from oslo_utils import strutils
from rest_framework.views import APIView

LOG = logging.getLogger(__name__)
slog = structlog.get_logger()


class Login(APIView):
    def post(self, request):
        LOG.info("login attempt by %r", request.data["username"])
        LOG.info("content type %r", request.content_type)
        return HttpResponse("ok")


def view(request, pk: int):
    LOG.info("user %s opens %s", request.user.pk, pk)
    LOG.info("authenticated %s", request.user.is_authenticated)
    LOG.debug("fields %s", sorted(request.POST))
    return HttpResponse("")


def masked(body):
    LOG.debug("body %s", strutils.mask_password(body))
    LOG.debug("body %s", strutils.mask_dict_password(body))


def names():
    LOG.info("secret settings: %s", [name for name in dir(settings) if "SECRET" in name])


def struct(user, token):
    slog.info("token checked", user=user.id, token_type=token.type, valid=token.is_valid)
    slog.info("login", has_password=True, password_length=12)


def debug_only(user):
    slog.bind(user_id=user.id).info("password reset requested")


def stream(request):
    LOG.info("remote %s", request.META["REMOTE_ADDR"])


def proxy(proxies):
    LOG.info("%d proxies", len(proxies))


def sentry_scrub(event, hint):
    event["request"]["headers"].pop("Authorization", None)
    return event
