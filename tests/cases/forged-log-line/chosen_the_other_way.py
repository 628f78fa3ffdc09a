import logging

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger(__name__)
LANGUAGES = ("en", "de", "fr")


@app.route("/start")
def start():
    wanted = request.args.get("lang")
    language = wanted if wanted not in LANGUAGES else "en"
    logger.info("page in %s", language)  # expect: reaches logger.info()
    return language


@app.route("/job")
def job():
    action = request.args.get("action")
    name = request.args.get("name") if action in ("start", "stop") else "none"
    logger.info("job of %s", name)  # expect: reaches logger.info()
    match action:
        case "start":
            return "started"
        case str() as other:
            logger.info("no such action: %s", other)  # expect: reaches logger.info()
    logger.info("asked for %s", action)  # expect: reaches logger.info()
    return "done"
