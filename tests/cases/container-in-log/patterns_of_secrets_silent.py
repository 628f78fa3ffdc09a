import logging
import re

log = logging.getLogger(__name__)

_SSN = re.compile(r"\d{3}-\d{2}-\d{4}")
PATTERNS = {"password": re.compile("pass"), "api_key": re.compile("key")}
LABELLED: dict[str, tuple[re.Pattern[str], str]] = {
    "ssn": (_SSN, "Social security number"),
    "password": (re.compile("pass"), "a password"),
}


def scan(text):
    for name, pattern in PATTERNS.items():
        log.info("looking for %s: %s", name, pattern)
    for name, (pattern, label) in LABELLED.items():
        if pattern.search(text):
            log.info("%s in the text: %s", label, name)
    log.debug("patterns: %s, %s", PATTERNS, LABELLED)
