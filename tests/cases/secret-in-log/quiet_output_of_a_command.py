import logging
import subprocess

logger = logging.getLogger(__name__)


def run(command):
    try:
        return True, subprocess.check_output(command, stderr=subprocess.STDOUT).decode()
    except subprocess.CalledProcessError as error:
        return False, error.output.decode()


def renew(profile):
    done, create_token_output = run(["cloud", "login", "--profile", profile])
    if not done:
        logger.error("cannot renew: %s", create_token_output)
    return done
