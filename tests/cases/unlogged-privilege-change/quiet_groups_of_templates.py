from flask import Blueprint, request
from flask_login import current_user

from shop.auth import update_session_user_info
from shop.templates import TemplateGroupService

bp = Blueprint("templates", __name__)


@bp.post("/templates/groups")
def create():
    return TemplateGroupService.create_group(tenant_id=current_user.id, name=request.json["name"])


@bp.delete("/templates/groups/<int:number>")
def delete(number):
    return TemplateGroupService.delete_group(number)


@bp.post("/session")
def session():
    return update_session_user_info(request, {"name": request.json["name"], "role": "guest"})
