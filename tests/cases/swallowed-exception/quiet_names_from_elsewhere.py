from shop.tills import *  # noqa: F403

frame = None


def set_up():
    global polish
    from shop import polish


def open_all():
    try:
        polish()
        if frame:
            frame()
    except Exception:
        pass
    try:
        oil_door()  # noqa: F405
    except Exception:
        pass
