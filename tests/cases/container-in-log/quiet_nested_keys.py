import logging

log = logging.getLogger(__name__)


def one_part(answer):
    log.debug("page %s of %s", answer["page"], answer["meta"]["total"])
    return answer["data"]["sessionToken"]


def taken_out(**kwargs):
    headers = kwargs.pop("headers", None)
    log.debug("arguments: %r", kwargs)
    return headers


def other_parts(ret):
    names = ret["names"]
    log.debug("names: %s", names)
    return ret["data"]["token"]
