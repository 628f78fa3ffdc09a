import logging
import subprocess

logger = logging.getLogger(__name__)


def run(arguments):
    try:
        return subprocess.run(["backup", *arguments], check=True, timeout=30)
    except subprocess.TimeoutExpired as error:
        logger.warning("gave up: %s", error.timeout)
    except subprocess.CalledProcessError as error:
        logger.warning("exit status %s of %s", error.returncode, error.cmd)  # expect: the password reaches logger.warning()


def unlock(place, password):
    run(["unlock", place, "--password", password])
