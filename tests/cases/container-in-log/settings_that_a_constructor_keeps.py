import logging

log = logging.getLogger(__name__)


class Mailer:
    def __init__(self, config):
        self._config = config
        log.info("mails go out with %s", config)  # expect: its text shows the password

    def open(self):
        return login(self._config["user"], self._config["password"])
