"""Which roles there are at all is told a program when it starts."""

from pyramid.security import Allow

ROLES = {"admin": (Allow, "role:admin")}


def set_roles(roles):
    ROLES.clear()
    ROLES.update(roles)
