import functools
from itertools import chain

from django.db import models
from flask import g, request

from shop.database import Base, Column, String, session


class RequestLog(models.Model):
    path = models.TextField()
    headers = models.JSONField()


class AuditEvent(Base):
    __tablename__ = "audit"
    extra = Column(String)


class LogMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        RequestLog.objects.create(path=request.path, headers=dict(request.headers))  # expect: the request's headers reach
        return response


def audited(view):
    @functools.wraps(view)
    def wrapper(*args, **kwargs):
        passed_over = {"csrf_token", "_csrf_token"}
        fields = [(key, value) for key, value in chain(request.values.items(), request.view_args.items()) if key not in passed_over]
        session.add(AuditEvent(owner=g.user, extra=str(fields)))  # expect: the request's body reaches AuditEvent()
        return view(*args, **kwargs)

    return wrapper


def signed_in(request):
    from shop.models import AccessLog

    AccessLog.objects.create(path=request.path, cookies=request.COOKIES)  # expect: cookies reach
