import logging

from vault import get_password

log = logging.getLogger(__name__)


def text(node):
    return node["#text"]


def first(node):
    return node["#1"]


def numbered(node):
    return node[1]


def use(name):
    log.info("%s", text({"#text": get_password(), "@id": name}))  # expect: password
    log.info("%s", first({"#1": name, "#text": get_password()}))
    log.info("%s", numbered({1: name, "1": name}))
    log.info("%s", numbered((name, get_password())))  # expect: password
    log.info("%s", numbered(("only",)))
