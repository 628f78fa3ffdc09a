from django.contrib import messages
from django.views.generic import FormView

from box.ssh import privileged
from box.ssh.forms import SSHServerForm


class SSHView(FormView):
    form_class = SSHServerForm

    def form_valid(self, form):
        privileged.set_password_authentication(not form.cleaned_data["password_auth_disabled"])
        messages.success(self.request, "saved")
        return super().form_valid(form)
