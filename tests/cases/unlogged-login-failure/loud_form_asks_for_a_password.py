from django import forms
from django.http import HttpResponseRedirect
from django.views.generic import TemplateView


class LoginForm(forms.Form):
    email = forms.EmailField()
    password = forms.CharField()

    def clean(self):
        if not self.known(self.cleaned_data["email"]).check_password(self.cleaned_data["password"]):
            raise forms.ValidationError("wrong e-mail or password")


class Login(TemplateView):
    template_name = "login.html"

    def post(self, request, *args, **kwargs):
        context = self.get_context_data(**kwargs)
        form = LoginForm(request.POST)
        if not form.is_valid():
            context["login_form"] = form
            return self.render_to_response(context)  # expect: a failed login leaves no security record
        request.session["user"] = form.cleaned_data["email"]
        return HttpResponseRedirect("/")
