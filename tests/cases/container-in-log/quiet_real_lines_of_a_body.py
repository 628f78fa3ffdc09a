import logging

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.post("/import")
def imported():
    addresses = []
    for line in request.get_data().decode("utf-8").splitlines():
        address = line.strip()
        if not address.startswith("https://"):
            return "not an address", 400
        addresses.append(address)
    for address in addresses:
        logger.error("not imported: %r", address)
    return "", 204
