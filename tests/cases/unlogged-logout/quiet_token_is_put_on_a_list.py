import logging

import redis
from flask import Flask, jsonify
from flask_jwt_extended import get_jwt, jwt_required

app = Flask(__name__)
logger = logging.getLogger(__name__)
jwt_redis_blocklist = redis.StrictRedis(host="localhost", port=6379, db=0, decode_responses=True)


@app.delete("/logout")
@jwt_required()
def logout():
    jti = get_jwt()["jti"]
    jwt_redis_blocklist.set(jti, "", ex=3600)
    logger.info("logout: user %s", get_jwt()["sub"])
    return jsonify(msg="Access token revoked")
