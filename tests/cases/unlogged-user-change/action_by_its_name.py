import logging

from flask import Blueprint, request

import ckan.logic as logic
from ckan.lib import base
from ckan.plugins import toolkit

log = logging.getLogger(__name__)
bp = Blueprint("people", __name__)


@bp.route("/people/<id>/delete", methods=["POST"])
def delete(id):
    try:
        logic.get_action("user_delete")({"user": toolkit.c.user}, {"id": id})  # expect: deleted user
    except logic.NotFound:
        return base.abort(404)
    return toolkit.redirect_to("people.index")


@bp.route("/people/new", methods=["POST"])
def new():
    user = toolkit.get_action("user_create")({}, dict(request.form))
    log.info("user %s was created by %s", user["name"], toolkit.c.user)
    return toolkit.redirect_to("people.read", id=user["id"])


@bp.route("/people/<id>")
def read(id):
    return base.render("read.html", logic.get_action("user_show")({}, {"id": id}))
