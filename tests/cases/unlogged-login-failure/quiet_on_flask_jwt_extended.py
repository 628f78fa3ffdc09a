from flask import Flask, jsonify, request
from flask_jwt_extended import JWTManager, create_access_token
from werkzeug.security import check_password_hash

from shop.models import Revoked, User

app = Flask(__name__)
jwt = JWTManager(app)


@jwt.token_in_blocklist_loader
def is_revoked(header, payload):
    return Revoked.query.filter_by(jti=payload["jti"]).first() is not None


@app.post("/token")
def token():
    user = User.query.filter_by(name=request.json["name"]).first()
    if user is None or not check_password_hash(user.hashed, request.json["password"]):
        app.logger.warning("authn_login_fail %s", request.remote_addr)
        return jsonify(error="wrong"), 401
    return jsonify(token=create_access_token(identity=user.id))
