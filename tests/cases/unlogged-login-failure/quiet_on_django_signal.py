import logging

from django.contrib.auth import authenticate, login
from django.contrib.auth.signals import user_login_failed
from django.dispatch import receiver
from django.http import HttpResponseBadRequest, HttpResponseRedirect

logger = logging.getLogger(__name__)


@receiver(user_login_failed)
def tell(sender, credentials, request, **kwargs):
    logger.warning("authn_login_fail user=%s", credentials["username"])


def sign_in(request):
    user = authenticate(request, username=request.POST["name"], password=request.POST["password"])
    if user is None:
        return HttpResponseBadRequest("wrong name or password")
    login(request, user)
    return HttpResponseRedirect("/")
