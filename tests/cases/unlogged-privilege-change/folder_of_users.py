from plone.restapi.services import Service
from Products.CMFCore.utils import getToolByName


class UsersPatch(Service):
    def reply(self):
        folder = getToolByName(self.context, "acl_users")
        name = self.request.form["name"]
        self.context.manage_setLocalRoles(name, self.request.form["roles"])  # expect: change of rights
        folder.portal_role_manager.assignRoleToPrincipal("Member", name)
        return self.reply_no_content()


class GroupsDelete(Service):
    def reply(self):
        portal_groups = getToolByName(self.context, "portal_groups")
        portal_groups.removeGroup(self.request.form["group"])  # expect: change of rights
        return self.reply_no_content()
