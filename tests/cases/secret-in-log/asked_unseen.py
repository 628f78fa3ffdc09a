import getpass
import logging

logger = logging.getLogger(__name__)


def ask(prompt, hide=False):
    if hide:
        return getpass.getpass(prompt)
    return input(prompt)


def ask_unseen(prompt):
    return getpass.getpass(prompt)


def join():
    password = ask("Password: ", hide=True)
    logger.info("joining with %s", password)  # expect: the password reaches logger.info()
    entered = ask_unseen("Again: ")
    logger.info("entered %s", entered)  # expect: the password reaches logger.info()
