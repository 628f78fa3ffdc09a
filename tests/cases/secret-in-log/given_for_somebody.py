import logging

LOG = logging.getLogger(__name__)


def show(vault, user):
    found = vault.get_password_for_user(user)
    LOG.debug("trying %s", found)  # expect: the password reaches LOG.debug()
