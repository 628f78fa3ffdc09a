import logging

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth import login

logger = logging.getLogger(__name__)


def login_as(user, request):
    original = request.user.pk
    login(request, user)
    LogEntry.objects.log_action(user_id=original, object_id=user.pk, object_repr=str(user), action_flag=CHANGE)


def stop_impersonating(request, original):
    login(request, original)
