"""What a page does not show is not taken from anybody; a tenant takes in whom it belongs to."""

from flask import g, render_template

from portal import app
from portal.directory import find


class User:
    def __init__(self, entry):
        self.entry = entry

    def anonymize(self):
        for name in ("mail", "phone"):
            setattr(self, name, None)


@app.route("/user/<name>/")
def user(name):
    shown = User(find(name))
    if shown != g.current_user:
        shown.anonymize()
    groups = sorted(set(find(name).groups))
    return render_template("user.html", user=shown, groups=groups)


def provision(name, owner):
    tenant = find(name)
    tenant.add_user(owner, is_superuser=True)
    return tenant
