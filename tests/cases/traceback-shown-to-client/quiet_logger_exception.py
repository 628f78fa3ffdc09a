import logging

from django.http import JsonResponse

logger = logging.getLogger(__name__)


def export(request):
    try:
        return JsonResponse(make())
    except Exception:
        logger.exception("export failed")
        return JsonResponse({"error": "The export failed."}, status=500)


def make():
    return {}
