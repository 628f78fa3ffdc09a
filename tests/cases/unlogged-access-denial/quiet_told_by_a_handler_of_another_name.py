import logging

from rest_framework.exceptions import PermissionDenied
from rest_framework.response import Response
from rest_framework.views import APIView, exception_handler

logger = logging.getLogger(__name__)


def told(error, ctx):
    response = exception_handler(error, ctx)
    if response is not None and response.status_code in (401, 403):
        logger.warning("refused %s for %s", ctx["request"].path, ctx["request"].user)
    return response


class OrderView(APIView):
    def delete(self, request, pk):
        if not request.user.can("delete", pk):
            raise PermissionDenied()
        return Response(status=204)
