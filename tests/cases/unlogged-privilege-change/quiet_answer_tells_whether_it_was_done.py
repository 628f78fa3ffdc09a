from rest_framework import status, viewsets

from shop.audit import AuditLog
from shop.models import Role


class RoleViewSet(viewsets.ModelViewSet):
    queryset = Role.objects.all()

    def create(self, request, *args, **kwargs):
        made = super().create(request, *args, **kwargs)
        if status.is_success(made.status_code):
            AuditLog().log_create(request, AuditLog.ROLE)
            return made
