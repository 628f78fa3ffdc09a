import logging

from flask import Flask, abort, g, request

from music.hashes import encrypt

log = logging.getLogger(__name__)
app = Flask(__name__)


@app.route("/password", methods=["POST"])
def change():
    new_password = request.form["new"]
    if encrypt(new_password, g.user.salt) == g.user.password:
        abort(400)
    g.user.password = encrypt(new_password, g.user.salt)
    g.user.save()
    log.info("password changed: %s", g.user.name)
    return "ok"
