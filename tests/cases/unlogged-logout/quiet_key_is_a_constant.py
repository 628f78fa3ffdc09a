import logging

from flask import Blueprint, redirect, session

from shop.keys import BASKET_KEY, USER_KEY

bp = Blueprint("login", __name__)
logger = logging.getLogger(__name__)


@bp.route("/logout")
def logout():
    logger.info("%s logged out", session[USER_KEY])
    del session[USER_KEY]
    return redirect("/")


@bp.route("/logout/basket")
def logout_basket():
    del session[BASKET_KEY]
    return redirect("/")
