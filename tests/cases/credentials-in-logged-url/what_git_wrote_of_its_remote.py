"""The output of git, of which the command names a remote with a token."""

import logging
import shlex
import subprocess

logger = logging.getLogger(__name__)


def clone(api_token: str, project: str) -> bool:
    remote = f"https://ci:{api_token}@code.bakery.example/{project}"
    command = f"git clone {remote}"
    command += " --quiet"
    process = subprocess.Popen(shlex.split(command), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    _, errors = process.communicate()
    if process.returncode:
        logger.error("clone failed: %s", errors.decode())  # expect: the URL with its token
        return False
    return True


def pull(api_token: str, project: str) -> None:
    remote = f"https://ci:{api_token}@code.bakery.example/{project}"
    try:
        subprocess.run(["git", "pull", remote], check=True, capture_output=True)
    except subprocess.CalledProcessError as error:
        logger.warning("pull failed with %s", error.returncode)
        logger.warning("git said: %s", error.stderr)  # expect: the URL with its token
        raise
