from flask import Blueprint, redirect

from shop.models import teams

bp = Blueprint("teams", __name__)


@bp.route("/teams/<int:team>/users/<int:user>", methods=["POST"])
def join(team, user):
    teams.add_user_to_team(team, user)  # expect: change of rights
    return redirect("/")


@bp.route("/organizations/<int:org>/users/<int:user>", methods=["DELETE"])
def leave(org, user):
    teams.remove_user_from_organization(org, user)  # expect: change of rights
    return redirect("/")
