"""An address of which something else than its login is taken out."""

import logging

logger = logging.getLogger(__name__)


def clone(host, user, password, repository):
    remote = f"https://{user}:{password}@{host}/{repository}.git"
    logger.info("cloning %s", remote.replace(f"{host}/", ""))  # expect: password
    return remote
