"""The traceback of a command that failed shows what a caller put into it."""

import logging
import subprocess

logger = logging.getLogger(__name__)


def run_checked(command: list[str]) -> None:
    try:
        subprocess.run(command, check=True)
    except subprocess.CalledProcessError:
        logger.exception("the command failed")  # expect: the password reaches logger.exception()
        raise


def dump_orders(user: str, password: str) -> None:
    run_checked(["mysqldump", "-u", user, f"-p{password}", "orders"])
