import logging

from django.http import HttpResponse

logger = logging.getLogger(__name__)


class OnlyStaffMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path.startswith("/staff/") and not request.user.is_staff:
            logger.warning("authz_fail user=%s path=%r", request.user.pk, request.path)
            return HttpResponse("no", status=403)
        return self.get_response(request)
