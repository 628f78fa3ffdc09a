import logging
import os
from dataclasses import dataclass

logger = logging.getLogger(__name__)


@dataclass
class Runtime:
    host: str
    path: str


def describe() -> Runtime:
    runtime = Runtime(host=os.uname().nodename, path=os.environ["PWD"])
    logger.debug("runtime %s", runtime)
    logger.debug("came from %s", os.environ.get("OLDPWD"))
    return runtime
