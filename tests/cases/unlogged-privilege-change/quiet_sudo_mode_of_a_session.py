from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpResponseForbidden
from django.shortcuts import redirect
from django.utils.crypto import get_random_string
from django.views import View

MARK = "sudo"


def grant_admin_privileges(request, max_age=1800):
    token = get_random_string(24)
    request.session[MARK] = token
    request._sudo = True
    request._sudo_age = max_age
    return token


def revoke_admin_privileges(request):
    request._sudo = False
    if MARK in request.session:
        del request.session[MARK]


@receiver(user_logged_in)
def begin(sender, request, **kwargs):
    grant_admin_privileges(request)


class Sudo(View):
    def grant_admin_privileges(self, request, target):
        grant_admin_privileges(request)
        return redirect(target)

    def post(self, request):
        return self.grant_admin_privileges(request, request.POST.get("next", "/"))

    def delete(self, request):
        revoke_admin_privileges(request)
        return redirect("/")
