import logging

from rest_framework.decorators import api_view
from rest_framework.response import Response

logger = logging.getLogger(__name__)


@api_view(["POST"])
def rename(request):
    logger.info("renamed to " + request.data["title"])  # expect:
    return Response({"ok": True})
