from django.http import HttpResponseForbidden
from django.contrib.auth.decorators import login_required
from shop.answers import json_response
from shop.models import Order


@json_response
@login_required
def rename(request, number):
    order = Order.objects.get(pk=number)
    if not request.user.has_perm("change", order):
        return "not yours", HttpResponseForbidden.status_code  # expect: denied access
    order.name = request.POST["name"]
    order.save()
    return "OK"
