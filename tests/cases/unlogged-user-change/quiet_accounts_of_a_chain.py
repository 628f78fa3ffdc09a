# Accounts of a blockchain are addresses that somebody watches, and a key of a user's is no user.
import logging

from flask import Blueprint, request
from shop.chains import chains
from shop.people import keys

log = logging.getLogger(__name__)
bp = Blueprint("chains", __name__)


@bp.route("/chains/<name>/accounts", methods=["DELETE"])
def accounts(name):
    chains[name].remove_blockchain_accounts(request.json["accounts"])
    return {"left": len(chains[name].accounts)}


@bp.route("/premium", methods=["DELETE"])
def premium():
    keys.user_premium_key_remove()
    return {}
