import logging

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.post("/logo")
def logo():
    upload = request.files["logo"]
    logger.info("new logo %s", upload.filename)  # expect:
    upload.save("logo.png")
    return "", 204
