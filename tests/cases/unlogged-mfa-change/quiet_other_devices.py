# file: fleet/views.py
from django.views.generic import FormView

from fleet.models import Device


class RemoveView(FormView):
    def form_valid(self, form):
        for device in Device.objects.filter(owner=self.request.user):
            device.delete()
        return super().form_valid(form)


class ConfirmView(FormView):
    def form_valid(self, form):
        device = form.device
        device.confirmed = True
        device.save()
        return super().form_valid(form)
# file: accounts/views.py
import logging

from django.views.generic import FormView
from django_otp import devices_for_user

log = logging.getLogger(__name__)


class DisableView(FormView):
    def form_valid(self, form):
        for device in devices_for_user(self.request.user):
            device.delete()
        log.info("authn_mfa_change user=%s removed=all", self.request.user.pk)
        return super().form_valid(form)


class SetupView(FormView):
    def form_valid(self, form):
        self.device = form.model.totpdevice.objects.create(user=self.request.user, confirmed=False)
        return super().form_valid(form)
