from django.contrib.auth.signals import user_logged_out
from django.dispatch import receiver

from shop.tokens import token_of


@receiver(user_logged_out)
def logout(sender, user, request, **kwargs):
    token = token_of(user)
    if token is not None:
        token.delete()
