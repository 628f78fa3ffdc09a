import logging
import uuid
from datetime import date
from decimal import Decimal

from django.http import JsonResponse

logger = logging.getLogger(__name__)


def report(request):
    page = int(request.GET.get("page", 1))
    job = uuid.UUID(request.GET["job"])
    amount = Decimal(request.GET["amount"])
    day = date.fromisoformat(request.GET["day"])
    logger.info("page %s of job %s: %s on %s", page, job, amount, day)
    logger.info("factor %s, exact: %s", float(request.GET["factor"]), bool(request.GET.get("exact")))
    logger.info("%d characters", len(request.GET["text"]))
    return JsonResponse({})
