import logging

from django.shortcuts import get_object_or_404, redirect

from shop.models import Page, find_user

logger = logging.getLogger(__name__)


def lock(request, pk):
    page = get_object_or_404(Page, pk=pk)
    page.is_locked = True
    page.save()
    return redirect("pages")


def attempt(request):
    user = find_user(request.POST["name"])
    if not user.check_password(request.POST["password"]):
        logger.warning("authn_login_fail user=%r from=%s", request.POST["name"], request.META["REMOTE_ADDR"])
        return redirect("login")
    user.failed_logins = 0
    user.locked_until = None
    user.save()
    logger.info("authn_login_success user=%d from=%s", user.pk, request.META["REMOTE_ADDR"])
    return redirect("home")
