"""Who may do something is a local administrator; that is no developer's machine."""

import json
import logging

from django.http import JsonResponse

from shop.settings import is_dev_server
from shop.people import viewer_for

log = logging.getLogger(__name__)


def change_route(request):
    if not viewer_for(request.user).is_local_admin:
        return JsonResponse({"error": "no"}, status=403)
    data = json.loads(request.body.decode("utf-8"))
    route = data.get("route", "none")
    log.info("change to %s", route)  # expect: forged
    return JsonResponse({})


def change_shelf(request):
    if not is_dev_server():
        return JsonResponse({"error": "no"}, status=403)
    data = json.loads(request.body.decode("utf-8"))
    log.info("change to %s", data.get("shelf", "none"))
    return JsonResponse({})
