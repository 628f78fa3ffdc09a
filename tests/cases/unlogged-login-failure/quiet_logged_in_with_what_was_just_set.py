import logging

from django.contrib.auth import authenticate, login
from django.http import JsonResponse

from accounts.forms import SetPasswordForm
from accounts.models import User

log = logging.getLogger(__name__)


def set_password(request, number):
    user = User.objects.get(pk=number)
    form = SetPasswordForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"error": True, "message": form.errors})
    user.set_password(form.cleaned_data["password"])
    user.save()
    log.info("authn_password_change user=%s source=%s", user.pk, request.META["REMOTE_ADDR"])
    again = authenticate(username=user.username, password=form.cleaned_data["password"])
    if again:
        login(request, again)
        log.info("authn_login_success user=%s source=%s", user.pk, request.META["REMOTE_ADDR"])
    return JsonResponse({"error": False})
