import logging
import subprocess
from typing import NamedTuple

logger = logging.getLogger(__name__)


class Context(NamedTuple):
    folder: str
    environment: dict[str, str]


def run(context: Context, command: list):
    logger.debug("running with %s", context.environment)  # expect: the environment reaches logger.debug()
    subprocess.run(command, env=context.environment, check=True)
