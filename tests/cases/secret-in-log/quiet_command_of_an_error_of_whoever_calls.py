import logging
import subprocess

logger = logging.getLogger(__name__)


def run(arguments, given=None):
    try:
        return subprocess.run(["backup", *arguments], check=True, input=given)
    except subprocess.CalledProcessError as error:
        logger.warning("exit status %s of %s", error.returncode, error.cmd)


def unlock(place, password):
    run(["unlock", place, "--password-stdin"], password)


def started(arguments):
    try:
        return subprocess.run(["backup", *arguments], check=True)
    except subprocess.CalledProcessError as error:
        logger.warning("exit status %s", error.returncode)


def locked(password):
    started(["lock", "--password", password])
