import logging
from typing import Optional

log = logging.getLogger(__name__)


class Upload:
    secret: Optional[str] = None

    def run(self, token=None):
        if self.secret is None:
            self.ask()
            log.error(f"{self.secret=}")  # expect: the secret
        if not token:
            token = self.issue_token()
            log.error("the token is %r", token)  # expect: the token
        if token is not None:
            log.error("the token is %r", token)  # expect: the token
        if self.secret is None:
            log.error("no secret, but %r", token)  # expect: the token
        return token
