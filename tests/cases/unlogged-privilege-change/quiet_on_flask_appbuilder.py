import logging

from flask_appbuilder.api import BaseApi, expose, protect

log = logging.getLogger(__name__)


class RoleApi(BaseApi):
    @expose("/<int:pk>/permissions", methods=["PUT"])
    @protect()
    def put(self, pk):
        role = self.datamodel.get(pk)
        role.permissions = self.permissions_of(pk)
        self.datamodel.edit(role)
        log.info("privilege_permissions_changed role=%s", role.name)
        return self.response(200)

    @expose("/<int:pk>", methods=["GET"])
    @protect()
    def get(self, pk):
        shown = self.datamodel.get(pk)
        shown.permissions = sorted(shown.permissions)
        return self.response(200, result=shown)
