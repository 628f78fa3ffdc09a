# file: shop/settings.py
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions"]
# file: shop/views.py
import logging

from django.contrib.auth import login
from django.contrib.auth.forms import AuthenticationForm
from django.views.generic import FormView

logger = logging.getLogger(__name__)


class Entrance(FormView):
    form_class = AuthenticationForm
    success_url = "/"

    def form_valid(self, form):
        login(self.request, form.get_user())
        logger.info("authn_login_success user=%d", form.get_user().pk)
        return super().form_valid(form)

    def form_invalid(self, form):
        logger.warning("authn_login_fail from=%s", self.request.META["REMOTE_ADDR"])
        return super().form_invalid(form)
