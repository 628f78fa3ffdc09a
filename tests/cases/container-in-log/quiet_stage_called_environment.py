"""An environment that is a text is one stage of several; a bool of one shows no secret."""

import logging

logger = logging.getLogger(__name__)


def create(name: str, environment: str | None = None) -> None:
    body = {"name": name}
    if environment is not None:
        body["environment"] = environment
    logger.debug("curl -d %s", body)


def normalized(environ: dict) -> dict:
    warnings = []
    for key, value in environ.items():
        if isinstance(value, bool):
            warnings.append(f"{key} is given as {value}")
        elif not isinstance(value, str):
            warnings.append(f"{key} is given as {value}")
    logger.warning("all of the environment must be texts: %s", warnings)
    return environ
