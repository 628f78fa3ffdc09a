# file: views.py
import urllib.request

import requests
from django.http import HttpResponse
from rest_framework.response import Response
from rest_framework.views import APIView


def proxy(request):
    target = request.GET.get("target", "")
    with urllib.request.urlopen(target) as answer:  # expect: urlopen() asks
        return HttpResponse(answer.read())


class Import(APIView):
    def post(self, request):
        address = "http://" + request.data["host"] + "/export.json"
        session = requests.Session()
        answer = session.get(address, timeout=3)  # expect: session.get() asks
        return Response(answer.json())
