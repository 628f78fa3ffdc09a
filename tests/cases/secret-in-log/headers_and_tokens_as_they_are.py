import logging

log = logging.getLogger(__name__)

LIVE_TOKEN = "eyJ0eXAiOiJKV1QifQ.e30.c2lnbmF0dXJl"


def given(request):
    auth_header = request.headers.get("Authorization", "")
    log.debug("sent %s", auth_header)  # expect: the authorization header
    return auth_header


def whole(access_token):
    log.debug("token %s", access_token)  # expect: the token
    log.debug("token %s", access_token.strip())  # expect: the token
