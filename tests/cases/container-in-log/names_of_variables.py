import logging

log = logging.getLogger(__name__)


class Settings:
    names = {"SECRET": "SHOP_SECRET", "PRIVATE_KEY_B64": "SHOP_PRIVATE_KEY_B64", "LOG": "SHOP_LOG"}
    values = {"SECRET": "fB2hnQ9tkL", "LOG": "SHOP_LOG"}

    def show(self):
        log.info("Names: %s", self.names)
        for old, new in self.names.items():
            log.info("%s is called %s now", old, new.upper())
        log.info("Values: %s", self.values)  # expect: its text shows the secret
