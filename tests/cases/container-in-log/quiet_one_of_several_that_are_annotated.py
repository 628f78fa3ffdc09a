"""Of instances that show none of their secrets, one is as harmless as all."""

import logging
from dataclasses import dataclass, field

logger = logging.getLogger(__name__)


@dataclass
class Upstream:
    name: str
    api_key: str = field(default="", repr=False)


def pick(upstreams: list[Upstream], model: str):
    for upstream in upstreams:
        logger.debug("looking at %s", upstream)
        if upstream.name == model:
            return upstream
    return None


def names(upstreams: dict[str, Upstream]):
    for name in upstreams:
        logger.info("there is %s", name)
