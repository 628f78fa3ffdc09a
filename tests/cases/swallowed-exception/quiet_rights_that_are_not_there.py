"""Who is not root has no rights to give up, and says so; or the failure is seen."""

import logging
import os

logger = logging.getLogger(__name__)


def serve(server, uid):
    try:
        os.setuid(uid)
    except PermissionError:
        pass  # started without root: there is nothing to give up
    server.run()


def dropped(uid):
    try:
        os.setuid(uid)
        return True
    except OSError:
        return False


def start(manager):
    try:
        manager.drop_privileges()
    except OSError:
        logger.exception("still root")
    manager.start()
