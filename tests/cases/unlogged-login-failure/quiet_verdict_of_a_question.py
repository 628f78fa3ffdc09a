import logging

from flask_httpauth import HTTPBasicAuth
from rest_framework.permissions import BasePermission
from werkzeug.security import check_password_hash

from yard.models import Keeper

logger = logging.getLogger(__name__)
auth = HTTPBasicAuth()


def matches(keeper, given):
    right = check_password_hash(keeper.password_hash, given)
    if not right:
        logger.warning("wrong password of keeper %d", keeper.id)
        return False
    return True


@auth.verify_password
def is_keeper(name, given):
    keeper = Keeper.query.filter_by(name=name).first()
    return matches(keeper, given)


class Owned(BasePermission):
    def has_object_permission(self, request, view, thing):
        return request.user.may_see(thing)


class Reader:
    def fits(self, keeper, given):
        return check_password_hash(keeper.password_hash, given)
