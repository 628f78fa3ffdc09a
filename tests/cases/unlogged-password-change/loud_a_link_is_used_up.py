from flask import Blueprint, redirect, request

from shop.db import db
from shop.models import User
from shop.passwords import hash_password

bp = Blueprint("auth", __name__)


@bp.post("/reset/<int:number>")
def reset_password(number):
    user = User.query.get_or_404(number)
    user.password_hash = hash_password(request.form["password"])  # expect: a changed password leaves no security record
    user.reset_token = None
    db.session.commit()
    return redirect("/")
