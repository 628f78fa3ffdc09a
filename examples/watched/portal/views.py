import logging

from django.contrib.auth import authenticate, login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_GET, require_POST

logger = logging.getLogger(__name__)


@require_POST
def sign_in(request: HttpRequest) -> JsonResponse:
    name = request.POST.get("name", "")
    user = authenticate(request, username=name, password=request.POST.get("password", ""))
    if user is None:
        logger.warning("authn_login_fail: sign-in of %r refused, from %s", name, request.META["REMOTE_ADDR"])
        return JsonResponse({"error": "name or password is wrong"}, status=401)
    login(request, user)
    logger.info("authn_login_success: account %s signed in from %s", user.pk, request.META["REMOTE_ADDR"])
    return JsonResponse({"name": user.get_username()})


@require_GET
def invoice(request: HttpRequest, number: int) -> JsonResponse:
    if not request.user.has_perm("portal.view_invoice"):
        # Django writes this as "Forbidden (Permission denied): /invoices/7", by its logger django.request, at WARNING.
        raise PermissionDenied
    return JsonResponse({"number": number})
