import logging

from vault import get_password

log = logging.getLogger(__name__)


def use(user):
    shown = {"a": get_password(), "b": user}
    shown.update({"a": "safe"})
    log.info("%s", shown)
    other = {"a": get_password(), "b": user}
    other["a"] = len(other["a"])
    log.info("%s", other)
