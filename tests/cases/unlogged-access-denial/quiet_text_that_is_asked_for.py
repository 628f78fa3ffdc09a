"""The reason is given to who asks for it, and that one refuses."""

import logging

from django.contrib import admin
from django.core.exceptions import PermissionDenied

log = logging.getLogger("security")


class ContentAdmin(admin.ModelAdmin):
    def get_readonly_message(self, request, content):
        if not request.user.has_perm("cms.change_content", content):
            return "You do not have permission to change this content."
        return None if content.is_editable(request) else "It is published."

    def change_view(self, request, content):
        reason = self.get_readonly_message(request, content)
        if reason is not None:
            log.warning("user %s may not change %s: %s", request.user.pk, content.pk, reason)
            raise PermissionDenied(reason)
        return content.render()
