import logging

from vault import get_password

log = logging.getLogger(__name__)


def rows(count):
    written = [{"a": get_password(), "b": 0}]
    for row in written:
        log.info("%s", row["a"])  # expect: password
        log.info("%s", row["b"])
    added = []
    added.append({"a": get_password(), "b": 0})
    for row in added:
        log.info("%s", row["a"])  # expect: password
        log.info("%s", row["b"])
    for row in [{"a": get_password(), "b": number} for number in range(count)]:
        log.info("%s", row["a"])  # expect: password
        log.info("%s", row["b"])


def rests(name):
    first, *others = name, get_password(), 2
    log.info("%s", first)
    log.info("%s", others)  # expect: password
    *most, last = get_password(), name
    log.info("%s", most)  # expect: password
    log.info("%s", last)
    numbered = {0: get_password(), 1: name}
    log.info("%s", numbered[0])  # expect: password
    log.info("%s", numbered[1])
    kept = {}
    kept.setdefault("x", get_password())
    log.info("%s", kept["x"])  # expect: password
