from flask import Flask, abort, g, request

from works.models import Role, Work

app = Flask(__name__)


@app.route("/works/<number>", methods=["PUT"])
def put(number):
    role_state = g.member.role_state
    if role_state not in [Role.EDITOR.value, Role.OWNER.value]:
        abort(403)  # expect: put() calls abort(403)
    Work.query.get(number).title = request.json["title"]
    return "", 204
