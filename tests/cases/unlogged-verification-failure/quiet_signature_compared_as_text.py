"""Digests that are compared and verify nobody: a cache's key, a file's checksum, the predicate whose callers answer; and one recorded."""

import hashlib
import hmac
import logging

from django.conf import settings
from django.http import HttpResponse

log = logging.getLogger(__name__)


def looked_up(request):
    key = hmac.new(settings.CACHE_KEY, request.path.encode(), "sha256").hexdigest()
    if key != settings.CACHE.last:
        return None
    return settings.CACHE.page


def uploaded(request):
    if hashlib.sha256(request.body).hexdigest() != request.headers["Content-Digest"]:
        return HttpResponse("damaged on the way", status=400)
    return HttpResponse(status=204)


def is_ours(body, signature):
    return hmac.new(settings.HOOK_KEY, body, "sha256").hexdigest() == signature


def paid(request):
    signature = request.headers.get("X-Signature")
    if hmac.new(settings.HOOK_KEY, request.body, hashlib.sha256).hexdigest() != signature:
        log.warning("signature_verify_fail path=%s source=%s", request.path, request.META["REMOTE_ADDR"])
        return HttpResponse("bad", status=400)
    return HttpResponse(status=204)
