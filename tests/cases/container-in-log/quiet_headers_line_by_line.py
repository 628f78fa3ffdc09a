"""Headers that are written one by one, with a mask in the place of what is secret."""

import logging

logger = logging.getLogger(__name__)
SESSION_HEADER = "X-Till-Session"


def send(method: str, path: str, headers: dict[str, str], attempts: int) -> None:
    while attempts > 0:
        shown = ""
        if headers is not None:
            for name in headers:
                if name.lower() == "authorization":
                    shown += "\t{}: <redacted>\n".format(name)
                else:
                    shown += "\t{}: {}\n".format(name, headers[name])
        logger.debug("HTTP request %s %s\nHeaders:\n%s", method, path, shown)
        attempts -= 1


def as_lines(headers: dict[str, str]) -> None:
    lines = []
    for name, value in headers.items():
        if name.lower() in ("authorization", "cookie"):
            lines.append(f"{name}: ***")
        else:
            lines.append(f"{name}: {value}")
    logger.debug("request headers:\n%s", "\n".join(lines))


def as_mapping(headers: dict[str, str]) -> None:
    shown = {}
    for name, value in headers.items():
        if name in [SESSION_HEADER, "Cookie"]:
            shown[name] = "<hidden>"
        else:
            shown[name] = value
    logger.debug("request headers: %s", shown)
