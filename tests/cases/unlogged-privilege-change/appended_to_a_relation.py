from pyramid.httpexceptions import HTTPNotFound
from pyramid.view import view_config

from shop.models import DBSession, RolePermission
from shop.services import GroupService, UserService


@view_config(route_name="group_users", renderer="json", request_method="POST", permission="root")
def group_users_add(request):
    group = GroupService.by_id(request.matchdict["group_id"])
    user = UserService.by_name(request.json_body["name"])
    if not group or not user:
        return HTTPNotFound()
    if user not in group.users:
        group.users.append(user)  # expect: change of rights
    return user.as_json()


@view_config(route_name="permissions", renderer="json", request_method="POST", permission="owner")
def shop_permission_create(request):
    shop = request.context.shop
    user = UserService.by_name(request.json_body["name"])
    for name in request.json_body["permissions"]:
        shop.user_permissions.append(RolePermission(name=name, user_id=user.id))  # expect: change of rights
    DBSession.flush()
    return {"name": user.name}


@view_config(route_name="groups", renderer="json", request_method="DELETE", permission="root")
def groups_delete(request):
    group = GroupService.by_id(request.matchdict["group_id"])
    if group and group.id != 1:
        DBSession.delete(group)  # expect: change of rights
        return True
    return False
