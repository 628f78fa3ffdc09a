import logging

log = logging.getLogger(__name__)


def renewed(ret):
    if ret.get("success") and ret.get("data", {}).get("sessionToken"):
        log.debug("success: %s", ret)  # expect: its text shows the token
        keep(ret["data"]["sessionToken"])


def create(infrastructure):
    log.debug("create called with %s", infrastructure)  # expect: its text shows the credentials
    inner = infrastructure["infrastructure"]
    inner["auth_cred"]["password"] = sealed(inner["auth_cred"]["password"])


async def enter(self):
    auth = await self.bearer()
    log.debug("received %s", auth)  # expect: its text shows the token
    self.set_header(access_token=auth["access_token"], expires=auth.get("expires"))


def start(**kwargs):
    directory = of(kwargs.get("env", {}))
    log.debug("arguments: %r", kwargs)  # expect: its text shows the environment
    return directory
