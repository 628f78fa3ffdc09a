# file: shop/api.py
from flask import Blueprint

from shop.db import cursor

bp = Blueprint("users", __name__)


@bp.post("/users/<int:number>/lock")
def keep_out(number):
    cursor().execute("UPDATE users SET locked_until = ? WHERE id = ?", (tomorrow(), number))  # expect: locked or unlocked account
    return {}
