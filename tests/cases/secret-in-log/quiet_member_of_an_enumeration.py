import logging

from .kinds import IdentityType

log = logging.getLogger(__name__)


def show():
    log.info("%s", IdentityType["USERPASS"])
