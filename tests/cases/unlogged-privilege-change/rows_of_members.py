from django.contrib.auth.models import User
from django.db import models
from rest_framework.response import Response
from rest_framework.views import APIView

from shop.models import Organization, Project


class Member(models.Model):
    user = models.ForeignKey(User, on_delete=models.CASCADE)
    project = models.ForeignKey(Project, on_delete=models.CASCADE)
    role = models.CharField(max_length=20)


class MemberList(APIView):
    def post(self, request, project_id):
        Member.objects.create(user_id=request.data["user"], project_id=project_id, role="editor")  # expect: a change of rights
        return Response(status=201)

    def delete(self, request, project_id):
        Member.objects.filter(project=project_id, pk__in=request.data["ids"]).delete()  # expect: a change of rights
        return Response(status=204)


class Join(APIView):
    def post(self, request, pk):
        org = Organization.objects.get(pk=pk)
        org.add_user(User.objects.get(pk=request.data["user"]))  # expect: a change of rights
        return Response(status=201)
