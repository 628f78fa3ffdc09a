import sentry_sdk


class Locked(Exception):
    pass


def open_box(box, secret):
    if box.locked:
        raise Locked(f"{box.name} does not open with {secret}")  # expect: secret


def run(box, secret):
    try:
        open_box(box, secret)
    except Locked as error:
        sentry_sdk.capture_exception(error)
