import json

from django.contrib.auth import authenticate, login
from django.http import HttpResponse


class ShopAuth:
    def __init__(self, request):
        self.request = request

    def authenticate(self):
        found = authenticate(username=self.request.POST.get("username"), password=self.request.POST.get("password"))
        if found:
            login(self.request, found)
            return {"status": 0, "data": found}
        return {"status": 1, "msg": "wrong name or password"}


def enter(request):
    result = ShopAuth(request).authenticate()
    if result["status"] == 0:
        result = {"status": 0, "data": None}
    return HttpResponse(json.dumps(result), content_type="application/json")  # expect: a failed login leaves no security record
