import logging

from cloud.keys import GetAccessKeyLastUsedRequest, get_secret_key

logger = logging.getLogger(__name__)


def last_used(client, user, decode_token=True):
    request = GetAccessKeyLastUsedRequest(user)
    logger.debug("asking %s, decode token: %s", request, decode_token)
    return client.send(request)


def first(user):
    found = get_secret_key(user)
    logger.debug("found %s", found)  # expect: secret key
