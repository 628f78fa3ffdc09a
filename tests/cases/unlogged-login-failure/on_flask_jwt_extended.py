from flask import Flask, jsonify, request
from flask_jwt_extended import create_access_token
from werkzeug.security import check_password_hash

from shop.models import User

app = Flask(__name__)


@app.post("/token")
def token():
    user = User.query.filter_by(name=request.json["name"]).first()
    if user is None or not check_password_hash(user.hashed, request.json["password"]):
        return jsonify(error="wrong"), 401  # expect: failed login
    return jsonify(token=create_access_token(identity=user.id))
