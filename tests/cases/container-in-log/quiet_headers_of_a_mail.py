import logging
from email.message import Message

log = logging.getLogger(__name__)


def handle(msg: Message):
    log.debug("out of office, headers: %s", msg.items())
