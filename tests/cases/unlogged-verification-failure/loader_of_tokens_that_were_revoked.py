import logging

from flask import Flask, jsonify
from flask_jwt_extended import JWTManager

log = logging.getLogger(__name__)
app = Flask(__name__)
jwt = JWTManager(app)
other = JWTManager()


@jwt.revoked_token_loader
def revoked(header, payload):
    return jsonify(msg="token revoked"), 401  # expect: revoked() returns several values


@other.revoked_token_loader
def watched(header, payload):
    log.warning("a revoked token of %s is used", payload["sub"])
    return jsonify(msg="token revoked"), 401


@jwt.unauthorized_loader
def missing(reason):
    return jsonify(msg=reason), 401
