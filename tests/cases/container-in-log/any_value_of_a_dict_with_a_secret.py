import logging

logger = logging.getLogger(__name__)


def update(request):
    body = request["quota_set"]
    body["secret_key"] = request["secret_key"]
    for key, value in body.items():
        logger.debug("quota of %s: %s", key, value)  # expect: body
