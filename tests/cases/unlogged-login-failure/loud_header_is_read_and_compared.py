import base64
import logging

from django.http import HttpResponse
from django.views.generic import View

from .models import Account

logger = logging.getLogger(__name__)


def challenge(realm):
    response = HttpResponse("log in")
    response["WWW-Authenticate"] = f"Basic realm={realm}"
    response.status_code = 401
    return response


def basic_authenticate(header):
    name, password = base64.b64decode(header.split(" ", 1)[1]).decode("utf-8").split(":", 1)
    account = Account.objects.filter(name=name).first()
    if account is None or not account.check_password(password):
        return None
    return account


class UpdateView(View):
    def get(self, request):
        account = basic_authenticate(request.headers["authorization"])
        if not account:
            return challenge("update")  # expect: a failed login leaves no security record
        return HttpResponse(account.update())
