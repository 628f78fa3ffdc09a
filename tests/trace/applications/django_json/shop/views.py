import logging

from django.contrib.auth import authenticate
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.views.decorators.csrf import csrf_exempt

logger = logging.getLogger(__name__)


@csrf_exempt
def sign_in(request):
    user = authenticate(request, username=request.POST.get("name"), password=request.POST.get("password"))
    if user is None:
        logger.warning("login refused", extra={"event": "authn_login_fail", "source_ip": request.META.get("REMOTE_ADDR")})
        return HttpResponse("no", status=401)
    return HttpResponse("yes")


def admin(request):
    raise PermissionDenied


def transfer(request):
    return HttpResponse("done")
