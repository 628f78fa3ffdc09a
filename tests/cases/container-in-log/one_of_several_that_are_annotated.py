"""A loop over what a parameter is annotated to hold gives one instance after the other."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass

logger = logging.getLogger(__name__)


@dataclass
class Upstream:
    name: str
    api_key: str = ""


def pick(upstreams: list[Upstream], model: str):
    for upstream in upstreams:
        if upstream.name == model:
            logger.info("picked %s for %s", upstream, model)  # expect: API key
            return upstream
    return None


def tell(upstreams: Sequence[Upstream]):
    for upstream in upstreams:
        logger.info("there is %s", upstream.name)
