import logging

from django.conf import settings
from rest_framework.exceptions import PermissionDenied
from rest_framework.response import Response
from rest_framework.views import APIView, exception_handler

logger = logging.getLogger(__name__)


def handled(exc, context):
    response = exception_handler(exc, context)
    if not response and not settings.DEBUG:
        logger.exception(exc)
        return Response({"detail": "something went wrong"}, status=500)
    return response


class OrderView(APIView):
    def delete(self, request, pk):
        if not request.user.can("delete", pk):
            raise PermissionDenied()  # expect: a denied access leaves no security record
        return Response(status=204)
