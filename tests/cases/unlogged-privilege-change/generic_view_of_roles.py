from django.contrib.auth.mixins import PermissionRequiredMixin
from django.views.generic import CreateView, UpdateView

from shop.models import UserRole


class CreateRole(PermissionRequiredMixin, CreateView):  # expect: change of rights
    model = UserRole
    fields = ("name",)


class UpdateRole(PermissionRequiredMixin, UpdateView):  # expect: change of rights
    model = UserRole
    fields = ("name", "permissions")
