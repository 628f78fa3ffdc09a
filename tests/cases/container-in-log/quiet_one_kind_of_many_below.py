"""A field may hold one of many kinds of a class, of which one has a key."""

import logging
from dataclasses import dataclass, field

logger = logging.getLogger(__name__)


@dataclass
class Source:
    name: str = ""


@dataclass
class Table(Source):
    path: str = ""


@dataclass
class Graph(Source):
    root: str = ""


@dataclass
class Portal(Source):
    api_key: str = ""


@dataclass
class Aggregator:
    sources: list[Source] = field(default_factory=list)


def compare(aggregator: Aggregator) -> None:
    logger.info("comparing %s", aggregator)
