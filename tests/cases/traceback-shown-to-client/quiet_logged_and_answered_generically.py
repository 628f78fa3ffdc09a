import logging
import traceback
import uuid

from flask import Flask, jsonify

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.errorhandler(Exception)
def failed(error):
    incident = uuid.uuid4().hex
    logger.error("incident %s\n%s", incident, traceback.format_exc())
    return jsonify({"error": "internal", "incident": incident}), 500
