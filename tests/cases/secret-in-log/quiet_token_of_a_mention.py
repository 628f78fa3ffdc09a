import logging

log = logging.getLogger(__name__)


def heard(webhook, text):
    if webhook.mention_token not in text:
        log.info("no %s in the comment", webhook.mention_token)
        return False
    return True
