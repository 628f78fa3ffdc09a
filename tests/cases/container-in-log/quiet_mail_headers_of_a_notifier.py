import logging

log = logging.getLogger(__name__)


def notify_recipient(recipient_name, recipient_email, subject, body, headers=None):
    log.info(f"to {recipient_name} <{recipient_email}>: {subject} with headers {headers}")
