# file: translations/views.py
from django.http import HttpResponse

from translations.models import MessageKeys


def delete_key(request):
    key = MessageKeys.objects.get(id=request.POST["id"])
    key.delete()
    return HttpResponse("deleted")
# file: translations/models.py
from django.db import models


class MessageKeys(models.Model):
    text = models.CharField(max_length=50)
