import logging
import subprocess

logger = logging.getLogger(__name__)


def login(user, password, registry):
    try:
        subprocess.run(["docker", "login", "-u", user, "-p", password, registry], check=True)
    except subprocess.CalledProcessError as error:
        logger.error("login failed with %d", error.returncode)
    except Exception as error:
        logger.error("cannot log in: %s", error)


def login_in_time(user, password, registry):
    try:
        subprocess.run(["docker", "login", "-u", user, "-p", password, registry], check=True, timeout=30)
    except subprocess.CalledProcessError as error:
        logger.error("login failed with %d", error.returncode)
    except Exception as error:
        logger.error("cannot log in: %s", error)  # expect: the password


def login_at_once(user, password, registry):
    try:
        subprocess.run(["docker", "login", "-u", user, "-p", password, registry], check=True)
    except FileNotFoundError:
        logger.error("there is no docker")
    except Exception as error:
        logger.error("cannot log in: %s", error)  # expect: the password
