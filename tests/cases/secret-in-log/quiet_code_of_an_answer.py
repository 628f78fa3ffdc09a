"""The code of an answer or of an error tells how it went, also where it is about an authorization code."""

import logging

log = logging.getLogger(__name__)


def exchange(client, token_request):
    response = client.post(token_request)
    if response.status != 200:
        log.warning("refused the authorization code: %s", response.code)
        return None
    try:
        return response.json()
    except ValueError as error:
        log.warning("no answer to the auth code: %s", error.code)
        return None


def count(coupon):
    log.info("code %s was used", coupon.code)
