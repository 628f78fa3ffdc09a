from django.contrib.auth.decorators import login_required
from django.http import JsonResponse

from shop.models import User


@login_required
def switch_off(request):
    User.objects.filter(pk=request.user.pk).update(totp_enabled=False, updated_by=request.user.pk)  # expect: a changed second factor leaves no security record
    return JsonResponse({"second_factor": False})
