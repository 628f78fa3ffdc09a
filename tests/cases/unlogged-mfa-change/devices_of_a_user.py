from django.views.generic import FormView
from django_otp import devices_for_user
from django_otp.plugins.otp_totp.models import TOTPDevice


class DisableView(FormView):
    def form_valid(self, form):
        for device in devices_for_user(self.request.user):
            device.delete()  # expect: second factor
        return super().form_valid(form)


class ConfirmView(FormView):
    def form_valid(self, form):
        device = form.device
        device.confirmed = True  # expect: second factor
        device.save()
        return super().form_valid(form)


class SetupView(FormView):
    def form_valid(self, form):
        TOTPDevice.objects.create(user=self.request.user, key=form.key)  # expect: second factor
        return super().form_valid(form)


class CodesView(FormView):
    def form_valid(self, form):
        device = form.backup_device
        device.token_set.create(token=form.new())  # expect: second factor
        return super().form_valid(form)
