from flask import jsonify, request

from shop.models import Group, User
from shop.web import bp


def add_to_group(users, group):
    for user in set(users) - group.members:
        group.members.add(user)  # expect: a change of rights leaves no security record
        user.log(2)


@bp.route("/groups/<int:number>/members", methods=["POST"])
def add_member(number):
    group = Group.query.get(number)
    add_to_group({User.query.get(request.form["user"])}, group)
    return jsonify(success=True)
