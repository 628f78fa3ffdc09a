"""Pyramid's transaction keeps what a view has set, without a call."""

from pyramid import httpexceptions
from pyramid.view import view_config

from forum.models import User


@view_config(route_name="admin.admins", request_method="POST", request_param="add", permission="admin")
def admins_add(request):
    user = User.get_by_username(request.db, request.params["add"])
    if user is not None:
        user.admin = True  # expect: a change of rights leaves no security record
    return httpexceptions.HTTPSeeOther(location=request.route_path("admin.admins"))


@view_config(route_name="admin.staff", request_method="POST", request_param="remove", permission="admin")
def staff_remove(request):
    user = request.db.query(User).filter_by(name=request.params["remove"]).first()
    if user is not None:
        user.staff = False  # expect: a change of rights leaves no security record
    return httpexceptions.HTTPSeeOther(location=request.route_path("admin.staff"))
