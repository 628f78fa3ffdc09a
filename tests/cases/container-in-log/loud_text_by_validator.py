"""Fields of attrs that hold text."""

import logging

import attr
from attr.validators import instance_of

log = logging.getLogger(__name__)


@attr.s
class Connect:
    username = attr.ib(validator=instance_of(str), default="")
    password = attr.ib(validator=attr.validators.instance_of(str), default="")


def connect(user, secret):
    message = Connect(username=user, password=secret)
    log.debug("sending %s", message)  # expect: its text shows the password
    return message
