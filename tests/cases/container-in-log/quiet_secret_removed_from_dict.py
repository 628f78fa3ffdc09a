import logging

logger = logging.getLogger(__name__)


def login(user, password):
    fields = {"user": user, "password": password}
    answer = send(fields)
    fields.pop("password")
    logger.info("sent %s", fields)
    shown = {**fields, "password": "***"}
    logger.info("sent %s", shown)
    return answer


def send(fields):
    return len(fields)
