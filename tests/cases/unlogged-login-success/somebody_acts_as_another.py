from django.conf import settings
from django.contrib.auth import load_backend, login


def login_as(user, request, store_original_user=True):
    original = request.user.pk
    for backend in settings.AUTHENTICATION_BACKENDS:
        if user == load_backend(backend).get_user(user.pk):
            user.backend = backend
            break
    login(request, user)  # expect: a login leaves no security record
    if store_original_user:
        request.session["original"] = original
