import logging

from flask import Flask, jsonify, request

app = Flask(__name__)
logger = logging.getLogger(__name__)
basket = [{"id": 1, "quantity": 2}]


@app.post("/basket")
def update():
    data = request.json
    article = data.get("article")
    for item in basket:
        if item["id"] != article:
            logger.info(f"not {article}")  # expect: a line break
    return "ok"


@app.post("/start")
def start():
    data = request.json
    expected = data.get("expected")
    if not isinstance(expected, list | str):
        return jsonify({"error": "a list is needed"}), 400
    logger.info(f"started, expecting {expected}")  # expect: a line break
    return "ok"
