from flask import Blueprint, request

from shop.people import UserGroupService, crud

bp = Blueprint("groups", __name__)


@bp.post("/groups")
def create():
    return UserGroupService.create_group(name=request.json["name"])  # expect: a change of rights leaves no security record


@bp.delete("/roles/<int:number>")
def delete_role(number):
    crud.role.remove(id=number)  # expect: a change of rights leaves no security record
    return "", 204
