import logging

from django.contrib.auth.forms import PasswordChangeForm
from django.views.generic.edit import FormView

logger = logging.getLogger(__name__)


class ChangePasswordView(FormView):
    form_class = PasswordChangeForm
    template_name = "change_password.html"

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "user": self.request.user}

    def form_valid(self, form):
        form.save()
        logger.info("%s changed their password", self.request.user.pk)
        return super().form_valid(form)
