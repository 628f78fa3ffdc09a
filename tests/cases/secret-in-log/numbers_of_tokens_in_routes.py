import logging

from flask import Flask, g

from shop.models import AccessToken, db

app = Flask(__name__)
logger = logging.getLogger("shop.security")


def event(name, **fields):
    logger.info(name, extra={"fields": {key: repr(value) for key, value in fields.items()}})


@app.delete("/tokens/<int:tid>")
def revoke(tid):
    token = AccessToken.query.get_or_404(tid)
    token.revoked = True
    db.session.commit()
    event("token_revoked", member=g.member.id, token=tid)
    return "", 204


@app.delete("/invitations/<code>")
def withdraw(code):
    invitation = AccessToken.query.filter_by(value=code).one()
    db.session.delete(invitation)
    db.session.commit()
    event("invitation_withdrawn", member=g.member.id, token=code)  # expect: token
    return "", 204
