# file: app/views.py
import logging

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse

logger = logging.getLogger(__name__)


def login(request):
    username = request.POST["username"]
    if not known(username, request.POST["password"]):
        logger.warning("authn_login_fail for %s", username)  # expect: lacks where from
        return HttpResponse(status=401)
    logger.info("Login successful", extra={"user": username, "ip": request.META["REMOTE_ADDR"]})
    return HttpResponse()


def report(request, pk):
    if not request.user.has_perm("report"):
        logger.warning("access denied from %s", request.META["REMOTE_ADDR"])  # expect: lacks who
        raise PermissionDenied
    return HttpResponse(pk)


def known(username, password): ...
