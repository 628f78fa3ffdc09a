import logging
import os

logger = logging.getLogger(__name__)


class Lineage:
    def __init__(self, folder):
        self.privkey = os.path.join(folder, "privkey.pem")
        self.chain = os.path.join(folder, "chain.pem")

    def is_consistent(self):
        for kind in (self.privkey, self.chain):
            if not os.path.islink(kind):
                logger.debug("%s is no link", kind)
                return False
            if not os.path.exists(os.readlink(kind)):
                logger.debug("%s points nowhere", kind)
                return False
        logger.info("private key %s is in use", self.privkey)
        return True
