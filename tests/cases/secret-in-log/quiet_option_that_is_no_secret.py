"""Options that name a file, a limit or a mode, and options of which only the names are written."""

import logging
import shlex
import subprocess

logger = logging.getLogger(__name__)


def serve(path: str, limit: int, mode: str, given: str) -> None:
    command = ["server", "--password-file", path, "--max-tokens", str(limit), "--auth", mode]
    logger.info("running %s", command)
    subprocess.run([*command, "--password", given], check=True)


def train(path: str, size: int) -> None:
    logger.info("running %s", f"train --tokenizer={path} --token-count={size} --key-file={path}")


def login(given: str) -> None:
    shown = ["docker", "login", "--password", "***"]
    logger.info("running %s", shown)
    subprocess.run(["docker", "login", "--password", given], check=True)


def help_text(name: str) -> None:
    logger.warning("no password was given: start %s with --password", name)


def listen(address: str, given: str) -> None:
    logger.info("listening on %s (--token was %s)", address, "given" if given else "not given")


def log_in_to(registry: str, user: str, password: str) -> None:
    command = f"docker login -u {user} --password-stdin {registry}"
    logger.info("running %s", command)
    subprocess.run(shlex.split(command), input=password.encode(), check=True)


def log_in_to_list(registry: str, user: str, password: str) -> None:
    command = ["docker", "login", "-u", user, "--password-stdin", registry]
    logger.info("running %s", command)
    subprocess.run(command, input=password.encode(), check=True)
