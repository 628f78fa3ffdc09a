import logging

log = logging.getLogger(__name__)


def unlock(door, settings):
    pin = settings.pin_code
    log.info("unlocking with %s", pin)  # expect: the PIN


def open_with(door, pin, pin_tries):
    log.info("opening %s", {"door": door, "pin": pin})


def send(client, lines):
    answer = client.login(lines)
    client.token = answer["token"]
    log.info("answered: %s", answer["token"])  # expect: token
