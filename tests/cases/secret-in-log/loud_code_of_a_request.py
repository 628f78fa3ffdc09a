"""What a text calls an authorization code is the ``code`` of a request."""

import logging

log = logging.getLogger(__name__)


def exchange(token_request, store):
    kept = store.find(token_request.code)
    if kept is None:
        log.warning("Used authorization code: %s", token_request.code)  # expect: the one-time code reaches log.warning()
        return None
    if kept.challenge is None:
        log.error(f"Auth code {token_request.code} has no challenge")  # expect: the one-time code reaches log.error()
        return None
    return kept
