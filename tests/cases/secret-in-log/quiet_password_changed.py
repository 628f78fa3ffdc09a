import logging

from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver

logger = logging.getLogger("security")


def change_password(user, old_password, new_password):
    if not user.check_password(old_password):
        logger.warning("password of user %s not changed: old password is wrong", user.pk)
        return False
    user.set_password(new_password)
    user.save(update_fields=["password"])
    logger.info("password changed for user %s", user.pk)
    return True


@receiver(user_logged_in)
def logged_in(sender, request, user, **kwargs):
    logger.info("user %s logged in", user.get_username())
