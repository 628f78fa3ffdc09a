import logging

from django.contrib.auth import authenticate
from django.http import JsonResponse

from accounts.mails import send_reset
from accounts.models import AuthAttemptLog, User

logger = logging.getLogger(__name__)


def sign_in(request):
    email = request.POST["email"]
    address = request.META["REMOTE_ADDR"]
    user = authenticate(request, username=email, password=request.POST["password"])
    if user is None:
        logger.warning("Login failed: invalid credentials email=%s", email)
        AuthAttemptLog.objects.create(email=email, ip_address=address, success=False)
        return JsonResponse({}, status=401)
    logger.info("authn_login_success user=%s source=%s", user.pk, address)
    return JsonResponse({})


def forgot_password(request):
    user = User.objects.get(email=request.POST["email"])
    try:
        logger.info("Sending password reset email to: %s", user.email)
        send_reset(user)
    except Exception as error:
        logger.error("Exception during password reset: %s", error, exc_info=True)
        return JsonResponse({"error": True}, status=500)
    return JsonResponse({})
