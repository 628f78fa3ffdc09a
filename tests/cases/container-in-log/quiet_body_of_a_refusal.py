import logging

import requests

logger = logging.getLogger(__name__)


class Refused(Exception):
    pass


def raise_http_error(status, response_stream, credentials):
    body = response_stream.read()
    logger.debug("Response:\n%s", body.decode())
    raise Refused(status, credentials.user)


def token_data(session, user_token):
    try:
        return session.get("https://id.example.com/token", headers={"X-Subject-Token": user_token}).json()
    except requests.HTTPError as error:
        if hasattr(error.response, "text"):
            logger.warning("identity server: %s", error.response.text)
        return None
