"""A login by a key of a device: the failure is recorded, who is let in is not, whatever the function is called."""

import json
import logging

from django.contrib.auth import login
from django.http import JsonResponse
from webauthn import verify_authentication_response

from shop.models import Key

log = logging.getLogger(__name__)


def key_complete(request):
    sent = json.loads(request.body)
    key = Key.objects.get(pk=sent["id"])
    try:
        verify_authentication_response(credential=sent, expected_challenge=request.session["challenge"], public_key=key.public)
    except Exception:
        log.warning("a key of %s does not verify", key.owner_id)
        return JsonResponse({"error": "no"}, status=400)
    login(request, key.owner)  # expect: login
    return JsonResponse({"to": "/"})
