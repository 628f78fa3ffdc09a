from django import forms
from django.http import HttpResponseRedirect
from django.views.generic import TemplateView


class LoginForm(forms.Form):
    email = forms.EmailField()

    def clean_email(self):
        return self.cleaned_data["email"].lower()


class Login(TemplateView):
    template_name = "login.html"

    def post(self, request, *args, **kwargs):
        context = self.get_context_data(**kwargs)
        form = LoginForm(request.POST)
        if not form.is_valid():
            context["login_form"] = form
            return self.render_to_response(context)
        self.send_link(form.cleaned_data["email"])
        return HttpResponseRedirect("/sent/")
