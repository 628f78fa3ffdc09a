"""What a loop reads of each item is in the collection too."""

import logging

log = logging.getLogger(__name__)


def visit(hosts):
    log.info("visiting %s", hosts)  # expect: its text shows the password
    for host in hosts:
        connect(host["address"], host["password"])


def by_name(settings):
    log.debug("settings are %s", settings)  # expect: its text shows the token
    for name, account in settings["accounts"].items():
        sign_in(name, account["access_token"])


def numbered(entries):
    log.debug("entries: %s", entries)  # expect: shows the secret
    return [make(number, entry["client_secret"]) for number, entry in enumerate(entries)]


def notify(config, text):
    mail = config["mail"]
    try:
        send(mail["user"], config["mail"]["password"], text)
    except OSError as error:
        log.error("%s: cannot send by %s", error, config["mail"])  # expect: shows the password
