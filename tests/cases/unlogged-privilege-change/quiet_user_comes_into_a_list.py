from flask import Blueprint, redirect

from shop.models import chats

bp = Blueprint("chats", __name__)


@bp.route("/chats/<int:chat>/users/<int:user>", methods=["POST"])
def join(chat, user):
    chats.add_user_to_list(chat, user)
    chats.remove_user_from_cache(user)
    chats.remove_user_from_chat(chat, user)
    return redirect("/")


@bp.route("/teams/<int:team>/users", methods=["GET"])
def users(team):
    return chats.get_user_from_team(team)
