import logging

logger = logging.getLogger(__name__)


def censored(fields):
    if "number" in fields:
        fields["number"] = "****" + fields["number"][-4:]
    if "password" in fields:
        fields["password"] = fields["password"][:20]
    return fields


def register(fields):
    fields["password"] = input()
    logger.info("registering %s", censored(dict(fields)))  # expect: password
