from django.views import View

from shop.models import Role


class Join(View):
    def save(self, org):
        org.add_user(self.request.user, self.invitation.role)


class Grant(View):
    def save(self, user):
        self.object.add_user(user, Role.ADMINISTRATOR)
