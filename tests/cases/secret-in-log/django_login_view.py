import logging

from django.contrib.auth import authenticate, login
from django.http import HttpResponse, HttpResponseForbidden
from django.views.decorators.http import require_POST

logger = logging.getLogger(__name__)


@require_POST
def sign_in(request):
    username = request.POST["username"]
    password = request.POST["password"]
    user = authenticate(request, username=username, password=password)
    if user is None:
        logger.warning("login of %r failed with %r", username, password)  # expect: password
        return HttpResponseForbidden()
    login(request, user)
    logger.info("user %d logged in", user.pk)
    return HttpResponse(status=204)
