# file: shop/api.py
from flask import Blueprint

from shop.db import cursor

bp = Blueprint("users", __name__)


@bp.post("/welcome/<int:number>")
def welcome(number):
    cursor().execute("UPDATE users SET locked_until = NULL, failed_logins = 0 WHERE id = ?", (number,))
    return {}
