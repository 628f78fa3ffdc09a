from flask import Blueprint, g

bp = Blueprint("pages", __name__)


@bp.get("/start")
def begin(factories):
    for factory in factories:
        g.user = factory.create_anonymous_user()
    return "hello"
