from rest_framework import serializers, viewsets

from texts.models import Permission, Role


class RoleSerializer(serializers.ModelSerializer):
    class Meta:
        model = Role
        fields = ("name", "permissions")

    def create(self, validated_data):
        wanted = validated_data.pop("permissions", [])
        role = Role.objects.create(**validated_data)
        role.permissions.add(*Permission.objects.filter(codename__in=wanted))  # expect: create() calls add()
        return role


class RoleViewSet(viewsets.ModelViewSet):
    queryset = Role.objects.all()
    serializer_class = RoleSerializer

    def create(self, request, *args, **kwargs):
        self.check_access(request)
        return super().create(request, *args, **kwargs)


class RuleViewSet(viewsets.ModelViewSet):
    queryset = Permission.objects.all()

    def perform_create(self, serializer):
        user = serializer.validated_data["user"]
        user.permission_set.create(action="read", user=user)  # expect: perform_create() calls create()
        user.groups.add(serializer.validated_data["group"])
