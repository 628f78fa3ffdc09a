from flask_appbuilder.api import BaseApi, expose, protect


class RoleApi(BaseApi):
    @expose("/<int:pk>/permissions", methods=["PUT"])
    @protect()
    def put(self, pk):
        role = self.datamodel.get(pk)
        role.permissions = self.permissions_of(pk)  # expect: change of rights
        self.datamodel.edit(role)
        return self.response(200)
