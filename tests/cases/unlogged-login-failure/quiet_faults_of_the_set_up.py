from django.contrib import auth
from django.core.exceptions import ImproperlyConfigured
from django.views import View
from tornado.web import HTTPError


class SignUp(View):
    def login_user(self, request):
        user = auth.authenticate(request, username=self.name, password=self.password)
        if not user:
            raise ImproperlyConfigured("the backends must know who has just signed up")
        auth.login(request, user)


class Callback(View):
    def get(self, request):
        user = auth.authenticate(request, ticket=request.GET["ticket"])
        if user is None:
            raise HTTPError(500, "the provider does not answer")
        return user
