import json

from django.contrib.auth import authenticate
from django.http import HttpResponse

from shop.basic import credentials
from shop.settings import map_server


def layers(request):
    user = request.user
    if "HTTP_AUTHORIZATION" in request.META:
        username, password = credentials(request)
        user = authenticate(username=username, password=password)
        if user is None and username == map_server.USER and password == map_server.PASSWORD:
            return HttpResponse(json.dumps({"rw": [], "name": username, "is_superuser": True}))
        if user is None:
            return HttpResponse("Bad credentials", status=401)  # expect: a failed login
    return HttpResponse(json.dumps({"name": user.username}))
