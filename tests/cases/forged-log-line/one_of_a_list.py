import logging

from flask import Flask, request

logger = logging.getLogger(__name__)
app = Flask(__name__)


@app.route("/repair")
def repair() -> str:
    tasks = request.values.get("tasks", "").split(",")
    for task in tasks:
        logger.info("repairing %s", task)  # expect: reaches logger.info()
    logger.info("first %s", tasks[0])  # expect: reaches logger.info()
    return "ok"
