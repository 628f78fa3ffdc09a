"""The same without a mask."""

import logging

logger = logging.getLogger(__name__)


def as_lines(headers: dict[str, str]) -> None:
    lines = []
    for name, value in headers.items():
        if name.lower() in ("authorization", "cookie"):
            lines.append(f"{name} = {value}")
        else:
            lines.append(f"{name}: {value}")
    logger.debug("request headers:\n%s", "\n".join(lines))  # expect: headers
