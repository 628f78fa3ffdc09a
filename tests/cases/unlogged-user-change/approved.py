from flask import redirect

from fen.models import User, database


@fen.route("/admin/approve/<int:number>", methods=["POST"])
def approve_user(number):
    user = User.query.get(number)
    user.is_approved = True  # expect: switched on or off
    database.session.commit()
    return redirect("/admin")
