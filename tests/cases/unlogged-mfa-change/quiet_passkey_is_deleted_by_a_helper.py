import logging

from flask import Blueprint, redirect, request

from desk.people import current_person
from desk.store import list_keys, rows

logger = logging.getLogger(__name__)
views = Blueprint("views", __name__)


@views.route("/passkeys/delete", methods=["POST"])
def drop_passkey():
    chosen = next((one for one in list_keys(current_person) if one.name == request.form["name"]), None)
    if chosen is not None:
        delete_webauthn_credential(chosen)
        logger.info("%s gave up the passkey %s", current_person.id, chosen.name)
    return redirect("/passkeys")


def delete_webauthn_credential(credential):
    rows.delete(credential)
