"""A row of an attempt that is given no request does not know where it came from."""

import logging

from django.core.exceptions import PermissionDenied

from .models import LoginAttempt

logger = logging.getLogger(__name__)


def _note_login_attempt(name, well):
    LoginAttempt.objects.create(name=name, well=well)


def login_view(request):
    name = request.POST["name"]
    if not verify(name, request.POST["code"]):
        logger.warning("login failed: wrong code of %s", name)  # expect: lacks where from
        _note_login_attempt(name, False)
        raise PermissionDenied
    return enter(request)
