import logging

from rest_framework.exceptions import PermissionDenied
from rest_framework.response import Response
from rest_framework.views import APIView as LibraryView
from tornado.web import HTTPError, RequestHandler

logger = logging.getLogger(__name__)


class APIView(LibraryView):
    def finalize_response(self, request, response, *args, **kwargs):
        logger.info("%s %r: %s", request.method, request.path, response.status_code)
        return super().finalize_response(request, response, *args, **kwargs)


class OrderView(APIView):
    def delete(self, request, pk):
        if not request.user.can_access("orders", pk):
            raise PermissionDenied()  # expect: a denied access leaves no security record
        return Response(status=204)


class Base(RequestHandler):
    def on_finish(self):
        logger.info("%s %r: %s", self.request.method, self.request.path, self.get_status())


class Order(Base):
    def delete(self, pk):
        if not self.current_user.can("delete", pk):
            raise HTTPError(403)  # expect: a denied access leaves no security record
        self.finish({})
