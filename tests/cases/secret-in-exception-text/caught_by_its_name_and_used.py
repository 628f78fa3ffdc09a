class MalformedPinError(Exception):
    pass


def ensure_pin_format(pin: str) -> str:
    if len(pin) != 8:
        raise MalformedPinError(f"invalid PIN {pin}")  # expect: the PIN and the one-time code stand in the text of MalformedPinError
    return pin


def pair(form, finish, show):
    try:
        finish(ensure_pin_format(form["pairing_code"]))
    except MalformedPinError as error:
        show(error)
