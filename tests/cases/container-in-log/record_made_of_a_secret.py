import logging
from dataclasses import asdict, dataclass

from vault import get_password

log = logging.getLogger(__name__)


@dataclass
class Pair:
    left: str
    right: int


def use(name):
    pair = Pair(get_password(), 1)
    log.info("%s", vars(pair))  # expect: password
    log.info("%s", pair.__dict__)  # expect: password
    log.info("%s", asdict(pair))  # expect: password
    plain = Pair(name, 1)
    log.info("%s %s %s", vars(plain), plain.__dict__, asdict(plain))
    kept = {}
    kept.setdefault("x", get_password())
    log.info("%s", kept)  # expect: password
