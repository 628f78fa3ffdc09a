import logging

LOG = logging.getLogger(__name__)


def create_server(**kwargs):
    admin_pass = kwargs.pop("admin_password", None)
    LOG.debug("creating server, admin pass %s", admin_pass)  # expect: pass
    LOG.debug("creating server %s", kwargs.get("name"))
