import logging

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from shop.models import Learner, Shop

logger = logging.getLogger(__name__)


def unlink(request: HttpRequest) -> HttpResponse:
    email = request.GET["unlink_email"]
    Learner.objects.get(email=email).delete()
    logger.info("unlinked %s", email)
    return HttpResponse()


def show(request: HttpRequest) -> HttpResponse:
    slug = request.GET["shop"]
    shop = get_object_or_404(Shop, slug=slug)
    logger.info("shop %s shown", slug)
    return HttpResponse(shop.name)
