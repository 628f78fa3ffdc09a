import logging

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger(__name__)
LANGUAGES = ("en", "de", "fr")
DEFAULT = "en"


@app.route("/start")
def start():
    wanted = request.args.get("lang")
    language = wanted if wanted in LANGUAGES else DEFAULT
    logger.info("page in %s", language)
    return language


@app.route("/list")
def listed():
    order = request.args.get("order", "")
    order = "name" if order not in {"name", "date"} else order
    logger.info("sorted by %s", order)
    size = request.args.get("size", "")
    logger.info("%s on a page", size if size.isdigit() else 20)
    return order


@app.route("/job")
def job():
    action = request.args.get("action")
    match action:
        case "start" | "stop" as chosen:
            logger.info("job: %s", chosen)
        case "restart":
            logger.info("job: %s", action)
        case _:
            return "unknown", 404
    return "done"


@app.route("/color")
def color():
    name = request.args["name"]
    assert name in LANGUAGES
    logger.info("in %s", name)
    return name
