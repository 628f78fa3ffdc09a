from flask import jsonify, request, session

from shop.models import Group, LogKind, LogRealm, User
from shop.web import bp


def add_to_group(users, group, *, extra=None):
    for user in set(users) - group.members:
        group.members.add(user)
        user.log(LogRealm.user, LogKind.positive, "Groups", f"Added to group {group.name}", session.user, data=extra)


@bp.route("/groups/<int:number>/members", methods=["POST"])
def add_member(number):
    group = Group.query.get(number)
    add_to_group({User.query.get(request.form["user"])}, group)
    return jsonify(success=True)
