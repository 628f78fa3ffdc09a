from AccessControl import getSecurityManager, Unauthorized
from plone.restapi.services import Service


class Sharing(Service):
    def reply(self):
        manager = getSecurityManager()
        if not manager.checkPermission("Delegate roles", self.context):
            self.request.response.setStatus(403)
            return  # expect: denied access
        return self.roles()


class Comments(Service):
    def reply(self):
        if not getSecurityManager().checkPermission("Edit comments", self.context):
            raise Unauthorized()  # expect: denied access
        return self.edited()
