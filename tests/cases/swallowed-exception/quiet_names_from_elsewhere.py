from shop.tills import *

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
        oil_door()
    except Exception:
        pass
