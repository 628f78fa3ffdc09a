"""Options that name a file, a limit or a mode, and options of which only the names are written."""

import logging
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
