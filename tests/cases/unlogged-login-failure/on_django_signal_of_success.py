import logging

from django.contrib.auth import authenticate, login
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpResponseBadRequest, HttpResponseRedirect

logger = logging.getLogger(__name__)


@receiver(user_logged_in)
def tell(sender, request, user, **kwargs):
    logger.info("authn_login_success user=%s", user.pk)


def sign_in(request):
    user = authenticate(request, username=request.POST["name"], password=request.POST["password"])
    if user is None:
        return HttpResponseBadRequest("wrong name or password")  # expect: failed login
    login(request, user)
    return HttpResponseRedirect("/")
