"""What a dict of secrets keeps them by is a name."""

import logging

log = logging.getLogger(__name__)


def mount(secrets, folder):
    for secret, value in secrets.items():
        (folder / secret).write_text(value)
        log.info("mounted the secret %s", secret)
