import logging
import os

log = logging.getLogger(__name__)


def coerced(key: str, value: str) -> object:
    if key in ("telemetry", "verbose"):
        if value.lower() not in ("true", "false"):
            log.warning("expected a truth value for %s but got %r", key, value)
        return value.lower() == "true"
    return value


def connections() -> dict[str, object]:
    found = {}
    for env_name, env_value in os.environ.items():
        if env_name.startswith("SHOP_CONNECTION_"):
            found[env_name] = coerced(env_name, env_value)
    return found
