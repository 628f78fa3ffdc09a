import logging

log = logging.getLogger(__name__)


class Client:
    def send(self, url, fields):
        shown = dict(fields)
        shown.pop("password", None)
        log.info("sending %s", shown)
        log.error("failed: %s", fields)  # expect: its text shows the password

    def send_again(self, url, fields):
        shown = fields.copy()
        shown["password"] = "***"
        log.info("sending %s", shown)

    def send_with(self, url, fields):
        if "password" in fields:
            shown = dict(fields, password="***")
        else:
            shown = fields
        log.info("sending %s", shown)

    def page(self, url, fields):
        shown = dict(fields)
        shown.pop("page", None)
        log.info("listing %s", shown)
        log.error("failed: %s", fields)
