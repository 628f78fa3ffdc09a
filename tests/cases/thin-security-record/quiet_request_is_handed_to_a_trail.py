"""The request is handed to what writes a row of each attempt: where it came from is recorded there."""

import logging

from django.core.exceptions import PermissionDenied

from .models import LoginAttempt
from .network import client_ip

logger = logging.getLogger(__name__)


def _note_login_attempt(request, name, well):
    LoginAttempt.objects.create(name=name, well=well, ip=client_ip(request))


def login_view(request):
    name = request.POST["name"]
    if not verify(name, request.POST["code"]):
        logger.warning("login failed: wrong code of %s", name)
        _note_login_attempt(request, name, False)
        raise PermissionDenied
    return enter(request)
