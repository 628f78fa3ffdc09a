"""The first ten characters of a token show nobody what it is, also where the record says that they are a token's."""

import logging

from flask import request

log = logging.getLogger(__name__)


def caller(users):
    apitoken = str(request.headers.get("Authorization", ""))
    log.debug(f"received API token: {apitoken[:10]}[...]")
    return users.by_token(apitoken)
