from rest_framework import status, viewsets

from shop.models import Role
from shop.search import refresh


class RoleViewSet(viewsets.ModelViewSet):
    queryset = Role.objects.all()

    def create(self, request, *args, **kwargs):
        made = super().create(request, *args, **kwargs)  # expect: a change of rights leaves no security record
        if status.is_success(made.status_code):
            refresh(made.data)
        return made
