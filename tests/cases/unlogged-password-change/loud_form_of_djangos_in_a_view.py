from django.contrib.auth.forms import PasswordChangeForm
from django.views.generic.edit import FormView


class ChangePasswordView(FormView):
    form_class = PasswordChangeForm
    template_name = "change_password.html"

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "user": self.request.user}

    def form_valid(self, form):
        form.save()  # expect: a changed password leaves no security record
        return super().form_valid(form)
