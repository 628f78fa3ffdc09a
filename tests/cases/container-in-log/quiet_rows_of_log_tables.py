import functools
from dataclasses import dataclass

from django.db import models
from flask import g, request

from shop.database import Base, Column, String, session

HIDDEN = {"password", "secret", "token"}


class RequestLog(models.Model):
    path = models.TextField()
    agent = models.TextField()


class AuditEvent(Base):
    __tablename__ = "audit"
    extra = Column(String)


class Session(models.Model):
    token = models.TextField()


class WorkLog(models.Model):
    text = models.TextField()


@dataclass
class Log:
    extra: str


class LogMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        RequestLog.objects.create(path=request.path, agent=request.headers.get("User-Agent"))
        return response


def audited(view):
    @functools.wraps(view)
    def wrapper(*args, **kwargs):
        fields = [(key, value) for key, value in request.values.items() if key not in HIDDEN]
        session.add(AuditEvent(owner=g.user, extra=str(fields)))
        session.add(AuditEvent(owner=g.user, extra=request.endpoint))
        return view(*args, **kwargs)

    return wrapper


def started(token):
    Session.objects.create(token=token)
    WorkLog.objects.create(text=request.get_json())
    return Log(extra=request.get_json())
