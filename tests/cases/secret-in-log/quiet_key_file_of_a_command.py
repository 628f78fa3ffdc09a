import logging
import subprocess

logger = logging.getLogger(__name__)


class Processor:
    def __init__(self, **kwargs):
        self.binary = kwargs.pop("binary", "eyaml")
        self.privatekey = kwargs.pop("privatekey", None)

    def decrypt(self, value):
        command = [self.binary, "decrypt", "--stdin"]
        if self.privatekey:
            command.append(f"--pkcs7-private-key={self.privatekey}")
        logger.debug(f"about to execute {' '.join(command)}")
        return subprocess.run(command, input=value.encode(), capture_output=True, check=True).stdout
