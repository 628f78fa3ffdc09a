# file: site/users.py
from plone.restapi.services import Service
from Products.CMFCore.utils import getToolByName


class UsersPost(Service):
    def reply(self):
        registration = getToolByName(self.context, "portal_registration")
        registration.addMember(self.request.form["name"], self.request.form["password"])  # expect: created or deleted user
        return self.reply_no_content()


class UsersDelete(Service):
    def reply(self):
        membership = getToolByName(self.context, "portal_membership")
        membership.deleteMembers([self.request.form["name"]])  # expect: created or deleted user
        return self.reply_no_content()
# file: site/controllers.py
from py4web import action, request

from site.common import auth, db


@action("account/<number>/delete", method=["POST"])
@action.uses(auth.user, db)
def delete_account(number):
    db(db.auth_user.id == number).delete()  # expect: created or deleted user
    return {}


@action("note/<number>/delete", method=["POST"])
@action.uses(auth.user, db)
def delete_note(number):
    db(db.note.id == number).delete()
    return {}
