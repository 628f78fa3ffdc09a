import logging

_LOGGER = logging.getLogger(__name__)


class MalformedPinError(Exception):
    pass


def ensure_pin_format(pin: str) -> str:
    if len(pin) != 8:
        raise MalformedPinError(f"invalid PIN {pin}")
    return pin


def pair(form, finish):
    errors = {}
    try:
        finish(ensure_pin_format(form["pairing_code"]))
    except MalformedPinError:
        errors["pairing_code"] = "authentication_error"
    except Exception:
        _LOGGER.exception("pairing failed")
    return errors
