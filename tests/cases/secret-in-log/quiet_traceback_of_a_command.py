"""No caller puts a secret into the command, or the error is told without it."""

import logging
import subprocess

logger = logging.getLogger(__name__)


def run_checked(command: list[str], secret_input: str | None = None) -> None:
    try:
        subprocess.run(command, check=True, input=secret_input, text=True)
    except subprocess.CalledProcessError:
        logger.exception("the command failed")
        raise


def run_quietly(command: list[str]) -> None:
    try:
        subprocess.run(command, check=True)
    except subprocess.CalledProcessError as error:
        logger.error("the command ended with %s", error.returncode)


def dump_orders(user: str, password: str) -> None:
    run_checked(["mysqldump", "-u", user, "orders"], secret_input=password)
    run_quietly(["mysqldump", "-u", user, f"-p{password}", "orders"])
