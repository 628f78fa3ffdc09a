import logging

from flask import Flask, g

app = Flask(__name__)
logger = logging.getLogger(__name__)
FORBIDDEN = {"error": "no"}, 403
TOO_MANY = {"error": "slow down"}, 429


@app.get("/invoices")
def invoices():
    if g.limit.reached():
        return TOO_MANY
    if not g.member.may("read invoices"):
        logger.warning("authz_fail member=%s", g.member.id)
        return FORBIDDEN
    return {"invoices": []}
