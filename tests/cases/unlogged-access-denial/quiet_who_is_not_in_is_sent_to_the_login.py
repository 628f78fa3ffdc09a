import logging

from django.http import HttpResponse, HttpResponseRedirect

from shop.accounts import may_see

logger = logging.getLogger(__name__)


class AuthorizationMiddleware:
    def process_request(self, request):
        if not may_see(request.account, request.path):
            logger.warning("User %s denied access from %s", request.account.pk, request.META["REMOTE_ADDR"])
            return self.redirect_to_login(request)
        return None

    def redirect_to_login(self, request):
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            return HttpResponse(status=401)
        return HttpResponseRedirect("/login")
