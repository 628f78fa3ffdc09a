from flask_admin.actions import action
from flask_admin.contrib import sqla

from atoll.models import AdminAuditLog, Session, User


class UserAdmin(sqla.ModelView):
    @action("disable_otp", "Disable", "Sure?")
    def disable_otp(self, ids):
        for user in User.filter(User.id.in_(ids)):
            user.otp_secret = None
            user.enable_otp = False
            AdminAuditLog.disable_otp(self.admin.id, user.id)
        Session.commit()
