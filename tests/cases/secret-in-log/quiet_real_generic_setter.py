import logging

logger = logging.getLogger(__name__)


class Settings:
    def set(self, path, value):
        if self.is_deprecated(path):
            logger.warning("not writing %s to deprecated %s", value, path)
            return
        self.values[tuple(path)] = value

    def fill(self, apikey, colour, name, size, host, port, user, theme, locale):
        self.set(["api", "key"], apikey)
        self.set(["ui", "colour"], colour)
        self.set(["ui", "name"], name)
        self.set(["ui", "size"], size)
        self.set(["ui", "theme"], theme)
        self.set(["ui", "locale"], locale)
        self.set(["server", "host"], host)
        self.set(["server", "port"], port)
        self.set(["server", "user"], user)
