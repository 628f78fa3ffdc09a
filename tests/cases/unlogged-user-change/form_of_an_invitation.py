from django.contrib.auth.mixins import PermissionRequiredMixin
from django.views.generic import FormView

from accounts.forms import InviteUserForm


class InviteUserView(PermissionRequiredMixin, FormView):
    permission_required = "accounts.add_user"
    form_class = InviteUserForm
    success_url = "/users/"

    def form_valid(self, form):
        form.save(self.request)  # expect: a created or deleted user leaves no security record
        return super().form_valid(form)
