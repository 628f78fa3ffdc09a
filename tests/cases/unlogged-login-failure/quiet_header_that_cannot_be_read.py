import base64
import binascii
import logging

from django.http import HttpResponse
from django.views.generic import View

logger = logging.getLogger(__name__)


def challenge(realm):
    response = HttpResponse("log in")
    response["WWW-Authenticate"] = f"Basic realm={realm}"
    response.status_code = 401
    return response


def basic_authenticate(header):
    try:
        scheme, payload = header.split(" ", 1)
    except ValueError:
        return None
    if scheme.lower() != "basic":
        return None
    try:
        decoded = base64.b64decode(payload.strip())
    except (binascii.Error, ValueError):
        return None
    name, password = decoded.decode("utf-8").split(":", 1)
    return name, password


class UpdateView(View):
    def get(self, request):
        credentials = basic_authenticate(request.headers["authorization"])
        if not credentials:
            return challenge("update")
        name, password = credentials
        host = self.known_host(name, password)
        if host is None:
            logger.warning("failed login of %s from %s", name, request.META["REMOTE_ADDR"])
            return challenge("update")
        return HttpResponse(host.update())
