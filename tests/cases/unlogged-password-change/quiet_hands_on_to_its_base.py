# file: shop/views.py
from djoser.views import UserViewSet
from drf_spectacular.utils import extend_schema


class AccountViewSet(UserViewSet):
    @extend_schema(description="Sets a new password")
    def set_password(self, request, *args, **kwargs):
        return super().set_password(request, *args, **kwargs)

    @extend_schema(description="Sends a mail")
    def reset_password(self, request, *args, **kwargs):
        return super().reset_password(request, *args, **kwargs)
