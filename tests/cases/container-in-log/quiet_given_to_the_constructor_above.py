"""The class below hands nothing secret on, or the constructor above is another's."""

import logging

log = logging.getLogger(__name__)


class Store:
    def __init__(self, **given):
        self._given = given

    def show(self):
        log.info("store with %s", self._given)


class FileStore(Store):
    def __init__(self, path, password):
        super().__init__(path=path)
        self.cipher = make_cipher(password)


class Middle(Store):
    def __init__(self, path, password):
        super().__init__(path=path)
        self.cipher = make_cipher(password)


class Low(Middle):
    def __init__(self, path, password):
        super().__init__(path, password)
