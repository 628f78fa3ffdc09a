import logging

from allauth.account.adapter import get_adapter
from django.http import HttpResponseRedirect
from django.views import View

logger = logging.getLogger(__name__)


class SignOutView(View):
    def post(self, request):
        logger.info("session_logout user=%s", request.user.pk)
        get_adapter(request).logout(request)
        return HttpResponseRedirect("/")
