import logging
from dataclasses import dataclass, field

from pydantic import BaseModel, SecretStr

log = logging.getLogger(__name__)


@dataclass
class Mailbox:
    host: str
    password: str = field(repr=False)


class Hook(BaseModel):
    url: str
    signing: SecretStr


def opened(box: Mailbox):
    log.debug("opened %s", box)
    log.debug("opened %s", box.__dict__)  # expect: password
    log.debug("opened %s", vars(box))  # expect: password


def hooked(hook: Hook):
    log.debug("hooked %s", hook.__dict__)
