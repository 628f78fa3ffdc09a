import logging

from django.http import HttpRequest, HttpResponse

from shop.models import Learner

logger = logging.getLogger(__name__)


def unlink(request: HttpRequest) -> HttpResponse:
    email = request.GET["unlink_email"]
    try:
        Learner.objects.get(email=email).delete()
    except Learner.DoesNotExist:
        logger.warning("no learner %s", email)  # expect: reaches logger.warning()
        return HttpResponse(status=404)
    return HttpResponse()


def learners(request: HttpRequest) -> HttpResponse:
    email = request.GET["email"]
    rows = Learner.objects.filter(email=email)
    logger.info("learners like %s", email)  # expect: reaches logger.info()
    return HttpResponse(str(rows.count()))
