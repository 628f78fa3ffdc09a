import logging
import os
import sys

LEVEL = "info"


class Bus:
    """Handlers of events have nothing to do with logging."""

    def __init__(self):
        self.handlers = []

    def addHandler(self, handler):
        self.handlers.append(handler)

    def setLevel(self, level):
        self.level = level


def set_up_logging(level=os.environ.get("LEVEL", "INFO")):
    console = logging.StreamHandler(sys.stdout)
    console.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    console.setLevel(LEVEL.upper())
    for handler in [console, logging.handlers.WatchedFileHandler("/var/log/shop/app.log")]:
        logging.getLogger("shop").addHandler(handler)
    logging.getLogger("shop").setLevel(level)
    logging.getLogger("shop.trace").setLevel("TRACE")
    logging.basicConfig(level=getattr(logging, LEVEL.upper()), handlers=[console], force=True)
    logging.basicConfig(stream=sys.stderr, handlers=None)
    above = logging.getLogger("gunicorn.error")
    for handler in above.handlers:
        logging.getLogger("shop").addHandler(handler)
    logging.getLogger("shop").addHandler(above.handlers[0])
    first, *others = above.handlers
    logging.getLogger("shop").addHandler(first)


bus = Bus()
bus.addHandler(["created", "deleted"])
bus.addHandler("paid")
bus.setLevel("low")
set_up_logging()
