import logging
import os

logger = logging.getLogger(__name__)


class Lineage:
    def __init__(self, folder):
        self.privkey = os.path.join(folder, "privkey.pem") if folder else read_setting("privkey")

    @property
    def key_path(self):
        return self.privkey


def report(lineage: Lineage):
    logger.debug("Notifying user: key at %s", lineage.key_path)
