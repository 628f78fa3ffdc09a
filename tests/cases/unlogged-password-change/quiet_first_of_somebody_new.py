from flask import redirect

from orchard.hashing import hashing
from orchard.models import User, database


@orchard.route("/users", methods=["POST"])
def hire(audit, form):
    user = User(name=form.name.data, role=form.role.data)
    user.password_hash = hashing.hash(form.password.data)
    database.session.add(user)
    database.session.commit()
    return redirect("/users")
