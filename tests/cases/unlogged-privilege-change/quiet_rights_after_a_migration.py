from django.contrib.auth.models import Permission
from django.db import DEFAULT_DB_ALIAS


def create_permissions(app_config, verbosity=2, interactive=True, using=DEFAULT_DB_ALIAS, **kwargs):
    wanted = [Permission(codename=name, name=name) for name in ("add_tag", "remove_tag")]
    Permission.objects.using(using).bulk_create(wanted)
