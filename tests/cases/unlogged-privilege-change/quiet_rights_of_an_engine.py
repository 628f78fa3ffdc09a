"""An object that is made for one query is told what its user may see."""

from shop.engines import get_engine


def databases(request, instance):
    query_engine = get_engine(instance=instance)
    query_engine.is_superuser = request.user.is_superuser
    return query_engine.get_all_databases()
