from flask import redirect, render_template, request

from orchard.models import Crate


@orchard.route("/crates/<number>", methods=["POST"])
def seal(number, checker):
    crate = Crate.query.get(number)
    if not checker.verify(request.files["photo"], crate.digest):
        return render_template("seal.html", error="The photo is another one")
    if not checker.verify(request.form["new_password"], crate.size):
        return render_template("seal.html", error="Too short")
    return redirect("/")
