from flask import Blueprint, abort, g

from shop.models import Group

views = Blueprint("views", __name__)


@views.route("/groups/<int:group_id>")
def group_of(group_id):
    group = Group.get_by_id(group_id)
    if group.user_id != g.user.id:
        abort(403, "The group is another one's")  # expect: denied access
    return group.to_dict()
