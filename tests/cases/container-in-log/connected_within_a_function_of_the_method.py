import logging

import netmiko
import tenacity

logger = logging.getLogger(__name__)


class Switch:
    def __init__(self, device_cfg):
        self.device = device_cfg

    def connected(self):
        @tenacity.retry(stop=tenacity.stop_after_delay(60))
        def connect():
            return netmiko.ConnectHandler(**self.device)

        logger.info("connecting to %s", self.device)  # expect: its text shows the password
        return connect()
