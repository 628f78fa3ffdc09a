from flask import Flask, request

from mission.models import Role, User, db

app = Flask(__name__)


@app.route("/users/<number>/roles", methods=["POST"])
def give_default_role(number):
    user = User.query.get(number)
    user.roles.append(Role.query.filter_by(name=request.form["role"]).one())  # expect: give_default_role() calls append()
    db.session.commit()
    return "", 204
