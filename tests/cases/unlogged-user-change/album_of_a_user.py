from django.contrib.auth.models import User
from django.db import models
from rest_framework import serializers, viewsets


class AlbumUser(models.Model):
    title = models.CharField(max_length=512)
    owner = models.ForeignKey(User, on_delete=models.CASCADE)
    photos = models.ManyToManyField("Photo")
    public = models.BooleanField(default=False)


class AlbumUserSerializer(serializers.ModelSerializer):
    class Meta:
        model = AlbumUser
        fields = ("id", "title")


class AlbumUserViewSet(viewsets.ModelViewSet):
    serializer_class = AlbumUserSerializer

    def get_queryset(self):
        return AlbumUser.objects.filter(public=True).order_by("title")


class UserViewSet(viewsets.ModelViewSet):  # expect: a created or deleted user leaves no security record
    queryset = User.objects.all()
