import logging

from django.http import JsonResponse

logger = logging.getLogger(__name__)


def track(request):
    campaign = request.GET.get("campaign", "none")
    logger.info("campaign %s" % campaign)  # expect:
    return JsonResponse({"ok": True})
