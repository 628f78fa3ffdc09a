import logging
from typing import Optional

log = logging.getLogger(__name__)


class Upload:
    secret: Optional[str] = None

    def run(self, token=None):
        if self.secret is None:
            log.error(f"{self.secret=}")
            return None
        if not token:
            log.error("no token: %r", token)
            return None
        if token is None and self.secret == "":
            log.error("neither %r nor %r", token, self.secret)
        return token
