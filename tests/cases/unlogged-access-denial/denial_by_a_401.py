from django.core.exceptions import PermissionDenied
from django.http import HttpResponse

from shop.resources import resolve


def resource_settings(request, resource_id):
    try:
        resource = resolve(request, resource_id, "change_resource")
    except PermissionDenied:
        return HttpResponse("You may not change this resource", status=401)  # expect: a denied access
    return HttpResponse(resource.as_text())
