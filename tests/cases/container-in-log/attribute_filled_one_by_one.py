import logging

log = logging.getLogger(__name__)


class Keys:
    def __init__(self):
        self._found = {}
        self._seen = {}

    @property
    def found(self) -> dict[str, str]:
        return self._found

    def fill(self, rows):
        for row in rows:
            self._found[row.name] = {one.name: one.value.get_secret_value() for one in row.keys}
            self._seen[row.user] = row.access_token

    def show(self):
        log.info("found %s", self._found)  # expect: its text shows the secret
        log.info("seen %s", self._seen)  # expect: its text shows the token


def use(rows):
    keys = Keys()
    keys.fill(rows)
    log.info("there are %s", keys.found)  # expect: its text shows the secret
