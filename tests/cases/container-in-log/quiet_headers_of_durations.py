import logging
from enum import Enum

from tabulate import tabulate

logger = logging.getLogger(__name__)


class Kind(Enum):
    TOTAL = "total"
    SLOWEST = "slowest"


KIND_TO_HEADERS = {Kind.TOTAL: ["function", "calls", "seconds"], Kind.SLOWEST: ["function", "seconds"]}


def write_measures(rows, kind, debug):
    text = "durations\n"
    text += tabulate(rows, headers=KIND_TO_HEADERS[kind])
    if debug:
        logger.debug(text)
    else:
        logger.info(text)
