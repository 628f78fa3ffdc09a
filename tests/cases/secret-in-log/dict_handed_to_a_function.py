import logging

from vault import get_password

log = logging.getLogger(__name__)


def first(fields):
    return fields["a"]


def second(fields):
    return fields["b"]


def note(fields):
    log.info("%s", fields["a"])  # expect: password


def use(name):
    log.info("%s", first({"a": get_password(), "b": name}))  # expect: password
    log.info("%s", second({"a": get_password(), "b": name}))
    fields = {"a": name, "b": get_password()}
    log.info("%s", first(fields))
    log.info("%s", second(fields))  # expect: password
    note({"a": get_password(), "b": name})
