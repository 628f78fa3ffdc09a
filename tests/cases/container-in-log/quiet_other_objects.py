import logging
from collections import Counter
from dataclasses import dataclass

logger = logging.getLogger(__name__)


@dataclass
class Point:
    x: float
    y: float


@dataclass
class TokenUsage:
    prompt_tokens: int
    completion_tokens: int


def report(point: Point, usage: TokenUsage, counts: Counter, params, options, data):
    logger.info("point %s, usage %s", point, usage)
    logger.info("counts %s", counts)
    logger.debug("model parameters %s", params)
    logger.debug("options %s, data %s", options, data)
