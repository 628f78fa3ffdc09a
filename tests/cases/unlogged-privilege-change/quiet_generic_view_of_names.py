from django.contrib.auth.mixins import PermissionRequiredMixin
from django.views.generic import UpdateView

from shop.models import UserRole


class RenameRole(PermissionRequiredMixin, UpdateView):
    model = UserRole
    fields = ("display_name", "description")
