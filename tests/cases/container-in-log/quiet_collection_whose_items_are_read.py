"""Loops over names, over other collections, and parts of a configuration that hold no secret."""

import logging

log = logging.getLogger(__name__)


def visit(hosts, vault):
    log.info("visiting %s", hosts)
    for host in hosts:
        connect(host["address"], vault[host["name"]]["password"])


def names(accounts):
    for name in accounts:
        log.info("account %s", name)
        sign_in(name, accounts[name]["password"])


def notify(config, text):
    try:
        send(config["mail"]["user"], config["mail"]["password"], text)
    except OSError as error:
        log.error("%s: cannot send by %s", error, config["server"])


def counted(hosts):
    log.info("%d hosts: %s", len(hosts), [host["address"] for host in hosts])
    for host in hosts:
        connect(host["address"], host["password"])
