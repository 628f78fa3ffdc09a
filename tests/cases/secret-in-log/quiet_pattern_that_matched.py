import logging
import re

logger = logging.getLogger("scanner")

SECRET_PATTERNS = {
    "aws-access-key": re.compile(r"AKIA[0-9A-Z]{16}"),
    "github-token": re.compile(r"ghp_[0-9A-Za-z]{36}"),
}


def scan(path, text):
    for secret_type, pattern in SECRET_PATTERNS.items():
        match = pattern.search(text)
        if match:
            line = text.count("\n", 0, match.start()) + 1
            logger.warning("%s:%d: found a %s", path, line, secret_type)
    logger.info("%d secret patterns tried on %s", len(SECRET_PATTERNS), path)
