from django.http import JsonResponse

from clocks.devices import connect
from staff.models import Employee


def add_person(request, device_id):
    with connect(device_id) as device:
        for employee in Employee.objects.filter(id__in=request.POST.getlist("employees")):
            device.set_user(uid=employee.pk, name=employee.name, password="", group_id="", card=0)
    return JsonResponse({"done": True})
