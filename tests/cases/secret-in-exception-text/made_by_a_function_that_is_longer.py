import logging

log = logging.getLogger(__name__)


class Refused(Exception):
    pass


def refused(user, password, reason):
    place = reason.place
    sent = {"user": user, "password": password, "place": place, "reason": reason.text}
    texts = [user, place, reason.text, reason.code, reason.where, reason.when]
    return Refused(f"Refused {sent}: {texts}")


def order(reason):
    raise refused("shop", reason.password, reason)  # expect: stands in the text of Refused


def run(reason):
    try:
        order(reason)
    except Refused as error:
        log.exception("Not ordered: %s", error)
