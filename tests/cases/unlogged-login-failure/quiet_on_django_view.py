import logging

from django.contrib.auth import authenticate, login
from django.http import JsonResponse
from django.views import View

audit = logging.getLogger("shop.audit")


class SignIn(View):
    def post(self, request):
        user = authenticate(request, username=request.POST["name"], password=request.POST["password"])
        if user is None:
            audit.warning("authn_login_fail from %s", request.META["REMOTE_ADDR"])
            return JsonResponse({"error": "wrong name or password"}, status=400)
        login(request, user)
        return JsonResponse({"name": user.get_username()})
