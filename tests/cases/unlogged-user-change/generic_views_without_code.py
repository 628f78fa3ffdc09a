from django.contrib.auth import get_user_model
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.urls import reverse_lazy
from django.views.generic import CreateView, DeleteView

from shop.forms import UserCreationForm

User = get_user_model()


class StaffDelete(PermissionRequiredMixin, DeleteView):  # expect: a created or deleted user leaves no security record
    model = User
    success_url = reverse_lazy("staff")


class SignUp(CreateView):  # expect: a created or deleted user leaves no security record
    form_class = UserCreationForm
    success_url = reverse_lazy("login")
