"""Who makes the error of a status, or shows the page of one, refuses nobody."""

from aiohttp import web
from django.http import JsonResponse
from rest_framework.exceptions import AuthenticationFailed


class Backend:
    def auth_error(self, reason, status=400):
        if status == 401:
            error = web.HTTPUnauthorized(reason=reason)
        elif status == 403:
            error = web.HTTPForbidden(reason=reason)
        elif status == 412:
            error = web.HTTPPreconditionFailed(reason=reason)
        else:
            error = web.HTTPBadRequest(reason=reason)
        return error


def csrf_failure(request, reason=""):
    if request.headers.get("X-Requested-With") == "XMLHttpRequest":
        return JsonResponse({"detail": "Request blocked."}, status=403)
    return JsonResponse({"detail": reason}, status=400)


def shared_403_exception_handler(page):
    def decorate(request, *args):
        if request.path.startswith("/shop/"):
            return JsonResponse({"detail": "denied"}, status=403)
        return page(request, *args)

    return decorate


def google_login(request, oauth):
    try:
        return oauth.google.authorize_redirect(request, "/login/google/done")
    except AttributeError as error:
        if "No such client" in str(error):
            raise AuthenticationFailed("Google OAuth is not configured.") from error
        raise
