import logging

log = logging.getLogger(__name__)


def go(policy):
    res = policy.choose()
    server = res["Value"]
    log.debug("use %s", server)
    res = policy.context(server)
    return res["Value"]["access_token"]
