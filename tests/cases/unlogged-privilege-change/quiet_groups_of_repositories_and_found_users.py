from flask import Blueprint, request

from forge.model import RepoGroup, User, plugins, session

bp = Blueprint("groups", __name__)


@bp.post("/repo-groups")
def added():
    repo_group = RepoGroup(request.json["name"])
    session.add(repo_group)
    session.commit()
    return {}, 201


@bp.before_request
def find_user():
    user = User.by_name(request.authorization.username)
    for plugin in plugins:
        user.add_roles(plugin.roles_of(user))
    request.user = user
