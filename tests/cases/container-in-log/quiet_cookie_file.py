import logging

from shop import texts

log = logging.getLogger(__name__)


def expand_path(path):
    return path


class Extractor:
    def start(self, config):
        if cookies := config.get("cookies"):
            self.load(cookies)

    def load(self, cookies_source):
        path = expand_path(cookies_source)
        with open(path, encoding="utf-8") as lines:
            jar = texts.parsed(lines)
        log.debug("cookies of %s loaded", cookies_source)
        return jar
