import logging

from django.http import JsonResponse

logger = logging.getLogger(__name__)


def page(request):
    raw = request.GET.get("page", "1")
    try:
        number = int(raw)
    except ValueError:
        logger.warning("not a page: %s", raw)  # expect:
        number = 1
    return JsonResponse({"page": number})
