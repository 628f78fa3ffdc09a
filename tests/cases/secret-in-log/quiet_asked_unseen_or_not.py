import getpass
import logging

logger = logging.getLogger(__name__)


def ask(prompt, default=None, hide=False):
    if hide:
        return getpass.getpass(prompt)
    while True:
        answer = input(f"{prompt} [{default}]: ")
        if answer or default is not None:
            return answer or default


def instance_name():
    return ask("Name of this instance:", default="home")


def join():
    logger.info("joining as %s", instance_name())
