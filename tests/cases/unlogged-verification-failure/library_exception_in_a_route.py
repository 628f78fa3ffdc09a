from cryptography.exceptions import InvalidSignature
from flask import Flask, request

from shop.partners import ring

app = Flask(__name__)


@app.post("/partners/<name>/delivery")
def delivery(name):
    try:
        parcel = ring.open_sealed(name, request.data)
    except InvalidSignature:
        return {"error": "not sealed by this partner"}, 400  # expect: does not verify
    return {"parcel": parcel.number}
