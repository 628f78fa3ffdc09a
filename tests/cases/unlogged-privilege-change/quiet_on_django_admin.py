from django.contrib import admin


class MemberAdmin(admin.ModelAdmin):
    def make_staff(self, request, queryset):
        for user in queryset:
            user.is_staff = True
            user.save()
            self.log_change(request, user, "made staff")
