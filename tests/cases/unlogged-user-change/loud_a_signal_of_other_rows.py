import logging

from django.contrib.auth.models import User
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from rest_framework.response import Response
from rest_framework.views import APIView

from shop.models import Invoice

logger = logging.getLogger(__name__)


@receiver(post_delete, sender=Invoice)
def gone(sender, instance, **kwargs):
    logger.warning("invoice deleted: %s", instance.pk)


@receiver(post_save, sender=User)
def saved(sender, instance, created, **kwargs):
    logger.warning("user saved: %s (new: %s)", instance.pk, created)


class UserView(APIView):
    def delete(self, request, pk):
        User.objects.get(pk=pk).delete()  # expect: a created or deleted user leaves no security record
        return Response(status=204)
