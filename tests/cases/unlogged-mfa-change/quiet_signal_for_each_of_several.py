from django.dispatch import Signal
from django.views.generic import FormView

from accounts.models import Authenticator, RecoveryCodes

authenticator_removed = Signal()


def deactivate_totp(request, authenticator):
    authenticator.delete()
    codes = RecoveryCodes.objects.filter(user=request.user).first()
    for one in [authenticator, codes]:
        authenticator_removed.send(sender=Authenticator, request=request, authenticator=one)


class DeactivateTOTP(FormView):
    def form_valid(self, form):
        deactivate_totp(self.request, self.authenticator)
        return super().form_valid(form)
