"""Who has logged in is told to change a password that everybody knows."""

from django.contrib import messages
from django.http import HttpResponseRedirect

DEFAULT_PASSWORD = "default"


class DefaultPasswordMiddleware:
    def process_view(self, request, view_func, view_args, view_kwargs):
        response = view_func(request, *view_args, **view_kwargs)
        if request.method == "POST" and request.user.is_authenticated:
            if request.user.username == "admin" and request.user.check_password(DEFAULT_PASSWORD):
                messages.error(request, "Your account is using the default password, please change it.")
            return HttpResponseRedirect("/")
        return response


def needs_setup(request):
    if request.user.check_password("admin"):
        return HttpResponseRedirect("/setup/")
    return HttpResponseRedirect("/")
