import logging
import subprocess

LOG = logging.getLogger(__name__)


def post(session, url, form, log=True):
    if log:
        LOG.debug("POST %s %s", url, form)
    return session.post(url, data=form)


def execute(command, *, quiet=False):
    if not quiet:
        LOG.info("executing %s", command)
    return subprocess.run(command, check=True)


def exchange(session, url, password, code):
    execute(["htpasswd", "-b", "users", "shop", password], quiet=True)
    return post(session, url, [("grant_type", "password"), ("password", password)], log=False)
