import logging

log = logging.getLogger(__name__)


def hide_password(text):
    shown = ""
    for line in text.splitlines(True):
        if line.startswith("password="):
            line = "password=XXXX\n"
        shown += line
    return shown


def hide_nothing(text):
    shown = ""
    for line in text.splitlines(True):
        shown += line
    return shown


def run(command, user, password):
    given = "user=%s\npassword=%s\n" % (user, password)
    log.info("Gives %s", hide_password(given))
    log.info("Gives %s", hide_nothing(given))  # expect: the password reaches log.info()
    return command(given)
