from django.http import HttpResponse
from django.shortcuts import redirect
from django_otp.plugins.otp_totp.models import TOTPDevice


def new_device(request):
    TOTPDevice.objects.create(user=request.user, name="phone", confirmed=False)
    return HttpResponse("scan this")


def delete_unconfirmed_devices(request):
    TOTPDevice.objects.devices_for_user(request.user, confirmed=False).delete()
    return redirect("/devices")


def delete_device(request, pk):
    TOTPDevice.objects.get(user=request.user, pk=pk).delete()  # expect: delete_device() calls delete()
    return redirect("/devices")
