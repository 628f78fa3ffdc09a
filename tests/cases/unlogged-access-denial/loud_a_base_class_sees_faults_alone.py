import logging

from rest_framework.exceptions import PermissionDenied
from rest_framework.response import Response
from rest_framework.views import APIView as LibraryView

logger = logging.getLogger(__name__)


class APIView(LibraryView):
    def handle_exception(self, exc):
        if not isinstance(exc, PermissionDenied):
            logger.exception("the view failed")
        return super().handle_exception(exc)

    def finalize_response(self, request, response, *args, **kwargs):
        if response.status_code >= 500:
            logger.error("%s: %s for %s", response.status_code, request.path, request.user)
        return super().finalize_response(request, response, *args, **kwargs)


class OrderView(APIView):
    def delete(self, request, pk):
        if not request.user.can_access("orders", pk):
            raise PermissionDenied()  # expect: a denied access leaves no security record
        return Response(status=204)


class AuditedView(LibraryView):
    def dispatch(self, request, *args, **kwargs):
        response = super().dispatch(request, *args, **kwargs)
        if response.status_code in (401, 403):
            logger.warning("authz_fail %s for %s", request.path, request.user)
        return response


class ReportView(LibraryView):
    def get(self, request):
        if not request.user.has_perm("reports.view"):
            raise PermissionDenied("reports are not for you")  # expect: a denied access leaves no security record
        return self.page(request)
