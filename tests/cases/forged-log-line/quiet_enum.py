import enum
import logging

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


class Colour(enum.Enum):
    RED = "red"
    BLUE = "blue"


@app.get("/paint")
def paint():
    colour = Colour(request.args["colour"])
    logger.info("painting %s", colour)
    logger.info("painting %s", colour.value)
    return {"ok": True}
