"""The header, in a module that asks whether somebody is allowed."""

import logging

log = logging.getLogger(__name__)


def authorize(request, policy):
    authorization = request.headers.get("Authorization", "")
    scheme, _, credentials = authorization.partition(" ")
    log.debug("scheme %s: %s", scheme, authorization)  # expect: the authorization header reaches log.debug()
    return policy.check(scheme, credentials)["allow"]
