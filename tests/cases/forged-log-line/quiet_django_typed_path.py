# file: shop/urls.py
from django.urls import path

from shop import views

urlpatterns = [path("orders/<int:pk>/", views.order), path("jobs/<uuid:job>/", views.job)]
# file: shop/views.py
import logging

from django.http import JsonResponse

logger = logging.getLogger(__name__)


def order(request, pk):
    logger.info("order %s", pk)
    return JsonResponse({"order": pk})


def job(request, job):
    logger.info("job %s by user %s", job, request.user.pk)
    return JsonResponse({})
