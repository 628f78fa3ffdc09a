import logging
import os

from flask import Flask, abort, request

from plugins import plugin_manager
from tours import Tour

logger = logging.getLogger(__name__)
app = Flask(__name__)


@app.route("/tour")
def tour():
    name = request.args.get("name")
    found = Tour.objects.filter(user=1, name=name).first()
    if not found:
        return "none"
    logger.debug(f"tour {name} requested")
    return "ok"


@app.route("/plugin/<string:name>")
def plugin(name):
    plugins = plugin_manager().filtered(lambda p: p.identifier == name)
    if not plugins:
        abort(404)
    logger.info(f"calling {name}")
    return "ok"


@app.route("/renew")
def renew():
    code = request.args["code"]
    user, used_at = find_user(code)
    if used_at:
        logger.info("%s used %s again", user, code)
    return "ok"


@app.route("/backup/<path:filename>", methods=["DELETE"])
def delete(filename):
    full_path = os.path.realpath(os.path.join("/var/backups", filename))
    if full_path.startswith("/var/backups") and os.path.exists(full_path):
        logger.info(f"removing {filename}")
    return "ok"
