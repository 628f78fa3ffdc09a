from django.contrib.auth import get_user_model
from rest_framework import serializers, status, viewsets
from rest_framework.decorators import action
from rest_framework.response import Response

User = get_user_model()


class UserCreateSerializer(serializers.ModelSerializer):
    class Meta:
        model = User
        fields = ("username", "email", "password")

    def create(self, validated_data):
        return User.objects.create_user(created_by=self.context["created_by"], **validated_data)  # expect: create() calls create_user()


class UserViewSet(viewsets.GenericViewSet):
    queryset = User.objects.all()

    @action(detail=False, methods=["POST"])
    def add_user(self, request):
        serializer = UserCreateSerializer(data=request.data, context={"created_by": request.user})
        serializer.is_valid(raise_exception=True)
        serializer.save()
        return Response(status=status.HTTP_201_CREATED)
