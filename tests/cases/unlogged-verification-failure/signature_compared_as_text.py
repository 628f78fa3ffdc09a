"""A signature is made anew and compared as a text with the one that came: that verifies it, whatever compares."""

import base64
import hashlib
import hmac

from django.conf import settings
from django.http import HttpResponse


def delivered(request):
    header = request.headers.get("X-Hub-Signature-256")
    expected = "sha256=" + hmac.new(settings.HOOK_KEY, request.body, "sha256").hexdigest()
    if header != expected:
        return HttpResponse(status=400)  # expect: signature that does not verify
    settings.BOOKS.delivered(request.body)
    return HttpResponse(status=204)


def paid(request):
    signature = request.headers.get("X-Signature")
    if base64.b64encode(hmac.new(settings.HOOK_KEY, request.body, hashlib.sha256).digest()).decode() != signature:
        return HttpResponse("bad", status=400)  # expect: signature that does not verify
    settings.BOOKS.paid(request.body)
    return HttpResponse(status=204)


def asked_by_a_messenger(request):
    parts = sorted([settings.HOOK_TOKEN, request.GET["timestamp"], request.GET["nonce"]])
    if hashlib.sha1("".join(parts).encode()).hexdigest() == request.GET["signature"]:
        return HttpResponse(request.GET["echostr"])
    return HttpResponse(status=403)  # expect: signature that does not verify
