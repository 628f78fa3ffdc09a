import logging

logger = logging.getLogger(__name__)


class ConfigError(Exception):
    pass


def decode(private_key):
    try:
        return bytes.fromhex(private_key)
    except ValueError as error:
        raise ConfigError(f"not hexadecimal: {private_key}") from error  # expect: key


def start(options):
    try:
        decode(options.private_key)
    except ConfigError as error:
        logger.critical("cannot start: %s", error)
        raise SystemExit(2) from error
