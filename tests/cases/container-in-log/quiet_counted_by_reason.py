"""How many files were left out for each reason."""

import logging

logger = logging.getLogger(__name__)


def sift(names: list[str]) -> list[str]:
    counts: dict[str, int] = {}
    kept = []
    for name in names:
        if name.endswith(".pem"):
            counts["secret"] = counts.get("secret", 0) + 1
            continue
        if name.startswith("password"):
            counts["password"] = counts.get("password", 0) + 1
            continue
        kept.append(name)
    logger.info("left out: %s", counts)
    return kept
