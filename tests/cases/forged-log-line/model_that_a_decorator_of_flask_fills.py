import logging

from flask import Blueprint
from pydantic import BaseModel

from shop.sessions import uses_session

views = Blueprint("login", __name__)
log = logging.getLogger(__name__)


class Session(BaseModel):
    user_name: str


@views.route("/login", methods=["POST"])
@uses_session
def login(session: Session):
    log.info("session of %s", session.user_name)
    return "ok"


@views.route("/shops/<shop>", methods=["POST"])
@uses_session
def close(shop: str, session: Session):
    log.info("closing %s", shop)  # expect: `shop`
    return "ok"
