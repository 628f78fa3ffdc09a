"""A mapping that is called a log holds several; its other values are data."""

from .parts import create_log, read_log

log = create_log()


def sign_up(name, password):
    log["normal"].info("%s signs up with %s", name, password)  # expect: the password
    log["normal"].info("%s signs up", name)


def tell(entry, password):
    changes = read_log()
    changes["entry"].append(password)
    return changes
