import logging

from django.contrib.auth.models import Group
from django.views.generic import TemplateView, UpdateView

from shop.models import ColorGroup

logger = logging.getLogger(__name__)


class GroupUpdate(UpdateView):
    model = Group
    fields = ["permissions"]

    def form_valid(self, form):
        answer = super().form_valid(form)
        logger.info("permissions of group %s changed by %s", self.object.pk, self.request.user.pk)
        return answer


class Colors(UpdateView):
    model = ColorGroup
    fields = ["name"]


class Front(TemplateView):
    model = Group
