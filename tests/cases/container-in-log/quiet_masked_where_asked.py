import logging
from copy import deepcopy

log = logging.getLogger(__name__)


def sanitize_dictionary(source):
    return {key: "***" if key in ("Authorization", "password") else value for key, value in source.items()}


def log_payloads(client, headers):
    shown = headers
    if client.sanitizes:
        shown = sanitize_dictionary(deepcopy(headers))
    log.debug("sending headers: %s", shown)


def told(client, token, sessions):
    token_info = f"the entry is valid until {token['expires_at']}"
    log.info(token_info)
    return sessions[client]
