import logging
import os

logger = logging.getLogger(__name__)
ENCRYPTION_KEY = os.environ["BACKUP_ENCRYPTION_KEY"]


class Runner:
    template = "tar -x -C %(location)s"

    def __init__(self, **kwargs):
        self.command_line = ""
        if kwargs["location"].endswith(".enc"):
            self.command_line = self.decrypting
        self.command_line = self.command_line + self.template % kwargs

    @property
    def decrypting(self):
        return f"openssl enc -d -pass pass:{ENCRYPTION_KEY} | "

    def restore(self):
        logger.info("running %s", self.command_line)  # expect: the secret key reaches logger.info()
