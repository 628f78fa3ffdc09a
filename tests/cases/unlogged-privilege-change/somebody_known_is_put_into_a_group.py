from flask import Blueprint, request

from forge.model import UserGroupMember, session

bp = Blueprint("groups", __name__)


@bp.put("/groups/<int:group_id>/members")
def update_members(group_id):
    for user_id in request.json["members"]:
        member = UserGroupMember(group_id, user_id)
        session.add(member)  # expect: change of rights
    session.commit()
    return {}
