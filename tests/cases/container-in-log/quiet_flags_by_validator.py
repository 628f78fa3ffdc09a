"""Fields of attrs that hold no text: whether a password comes with the message, not the password."""

import logging

import attr
from attr.validators import instance_of

log = logging.getLogger(__name__)


@attr.s
class ConnectFlags:
    username = attr.ib(validator=instance_of(bool), default=False)
    password = attr.ib(validator=attr.validators.instance_of(bool), default=False)
    will_qos = attr.ib(validator=instance_of(int), default=0)


def connect(user, secret):
    flags = ConnectFlags(username=bool(user), password=bool(secret))
    log.debug("flags: %s", flags)
    return flags
