import logging

log = logging.getLogger(__name__)


class ServerApp:
    def setup(self):
        log.debug("documentation at %s", self.ctx.config.get("docs", {}).get("uri"))
        log.debug("listening on %s", self.settings["server"]["url"])
        log.debug("database %s on %s", self.settings["database"]["name"], self.settings["database"]["host"])
