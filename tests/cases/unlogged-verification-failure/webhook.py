import hashlib
import hmac

from flask import Flask, abort, request

app = Flask(__name__)


@app.post("/hooks/payments")
def paid():
    wanted = hmac.new(app.config["HOOK"], request.data, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(wanted, request.headers["X-Signature"]):
        abort(400)  # expect: does not verify
    return "thanks"
