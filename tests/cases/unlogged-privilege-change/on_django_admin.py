from django.contrib import admin


class MemberAdmin(admin.ModelAdmin):
    def make_staff(self, request, queryset):
        for user in queryset:
            user.is_staff = True  # expect: change of rights
            user.save()
