import logging

logger = logging.getLogger(__name__)


def parse(response):
    data = response.json()
    access_token = data.get("tok") or data.get("access_token")
    if not access_token:
        raise ValueError(f"invalid token response: {data}")
    return access_token


def login(response):
    try:
        return parse(response)
    except ValueError as error:
        logger.error("login failed: %s", error)
        return None
