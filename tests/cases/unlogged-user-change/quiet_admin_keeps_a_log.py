from django.contrib.auth.admin import UserAdmin

from accounts.tools import delete_user


class PersonAdmin(UserAdmin):
    def delete_model(self, request, obj):
        delete_user(obj)
