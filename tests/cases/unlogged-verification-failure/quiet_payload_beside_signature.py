import logging

import stripe
from flask import Flask, request

app = Flask(__name__)
log = logging.getLogger("shop.hooks")


@app.post("/stripe")
def stripe_hook():
    try:
        event = stripe.Webhook.construct_event(request.data, request.headers["Stripe-Signature"], app.config["STRIPE"])
    except stripe.error.SignatureVerificationError:
        log.warning("stripe hook with a bad signature from %s", request.remote_addr)
        return "", 400
    except ValueError:
        return "", 400
    return event["type"], 200


@app.post("/stripe/other")
def other_hook():
    try:
        event = stripe.Webhook.construct_event(request.data, request.headers["Stripe-Signature"], app.config["STRIPE"])
    except stripe.error.SignatureVerificationError:
        return "", 400  # expect: other_hook()
    except ValueError:
        log.warning("stripe hook with a bad payload from %s", request.remote_addr)
        return "", 400
    return event["type"], 200
