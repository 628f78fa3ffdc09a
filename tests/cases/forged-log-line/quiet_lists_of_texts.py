import logging

from flask import Flask, request

logger = logging.getLogger(__name__)
app = Flask(__name__)


def clear(tasks: list[str]) -> None:
    logger.debug("tasks %s to clear", str(tasks))
    logger.debug(f"clearing {tasks}")


@app.route("/repair")
def repair() -> str:
    tasks = request.values.get("tasks", "")
    clear(tasks.split(","))
    logger.info("repairing %s", tasks.split(","))
    return "ok"
