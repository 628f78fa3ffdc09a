"""The address holds nothing, or the token went another way."""

import logging
import re
import subprocess

logger = logging.getLogger(__name__)
_USERINFO = re.compile(r"://[^@/\s]+@")


def clone(project: str) -> None:
    process = subprocess.Popen(["git", "clone", f"https://code.bakery.example/{project}"], stderr=subprocess.PIPE)
    _, errors = process.communicate()
    logger.error("clone failed: %s", errors.decode())


def pull(api_token: str, project: str) -> None:
    remote = f"https://ci:{api_token}@code.bakery.example/{project}"
    ran = subprocess.run(["git", "pull", remote], capture_output=True, text=True)
    if ran.returncode:
        logger.error("pull failed: %s", ran.returncode)
        logger.error("git said: %s", re.sub(r"://[^@/\s]+@", "://", ran.stderr))
        logger.error("git said: %s", ran.stderr.replace(api_token, "***"))


def fetch(api_token: str, project: str) -> None:
    ran = subprocess.run(
        ["git", "fetch", f"https://code.bakery.example/{project}"], env={"GIT_TOKEN": api_token}, capture_output=True, text=True
    )
    logger.error("git said: %s", ran.stderr)
