from django.contrib.auth import logout
from django.contrib.auth.signals import user_logged_out
from django.shortcuts import redirect

from shop.models import TrustedSession


def user_logout(sender, request, **kwargs):
    TrustedSession.objects.filter(session_key=request.session.session_key).delete()


user_logged_out.connect(user_logout)


def logout_view(request):
    logout(request)  # expect: logout_view() calls logout()
    return redirect("/")
