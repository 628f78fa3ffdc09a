import logging

from django.contrib.auth.views import LogoutView
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView

logger = logging.getLogger(__name__)


@require_POST
def logout_view(request):
    name = request.user.pk
    answer = LogoutView.as_view()(request, template_name="registration/logout.html")
    logger.info("logout of %s", name)
    return answer


def logout_page(request):
    return TemplateView.as_view(template_name="registration/ask_for_logout.html")(request)
