import logging

log = logging.getLogger(__name__)


def go(policy):
    res = policy.choose()
    log.debug("use %s", res["Value"])  # expect: the token
    res = policy.checked(res)
    return res["Value"]["access_token"]
