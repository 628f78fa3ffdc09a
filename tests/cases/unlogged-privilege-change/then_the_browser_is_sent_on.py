from tg import request
from webob.exc import HTTPFound

from forge.controllers import BaseController
from forge.model import RepoModel, session


class ReposController(BaseController):
    def update_permissions(self, repo_name):
        form = request.POST
        RepoModel().grant_user_permission(repo_name, form["user"], form["permission"])  # expect: change of rights
        session.commit()
        raise HTTPFound(location=f"/{repo_name}/permissions")
