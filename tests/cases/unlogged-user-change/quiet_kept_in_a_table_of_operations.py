from actstream import action
from django.http import HttpResponse

from accounts.models import OperationLog, delete_user


def remove(request, name):
    delete_user(name)
    OperationLog.objects.create(by=request.user, what="delete", who=name)
    return HttpResponse(name)


def drop(request, name):
    delete_user(name)
    action.send(request.user, verb="deleted", target=name)
    return HttpResponse(name)
