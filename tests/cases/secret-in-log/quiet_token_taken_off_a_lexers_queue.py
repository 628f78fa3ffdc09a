"""The next token of several that a text was parted into."""

import logging

log = logging.getLogger(__name__)


class Stream:
    def next_object(self):
        while not self._tokens:
            self.fill(self.buffer, self.position, self.end_of_file, self.charset, self.stack, self.name)
        token = self._tokens.pop(0)
        log.debug("next: %r", token)
        return token
