import logging

log = logging.getLogger(__name__)


class Gateway:
    API_KEY = "sk51Hx8Qz2LmT0vB7"

    def pay(self) -> None:
        log.debug("paying with %s", self.API_KEY)  # expect: API key


class Settings:
    API_KEY: str

    def show(self) -> None:
        log.debug("key %s", self.API_KEY)  # expect: API key
