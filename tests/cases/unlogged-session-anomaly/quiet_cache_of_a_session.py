"""What a session remembers is found to be of another address, and asked for anew."""

CACHE_SESSION_KEY = "shop_ip_check"


def _get_session_bancache(request):
    try:
        ban_cache = request.session[CACHE_SESSION_KEY]
        if ban_cache["ip"] != request.user_ip:
            return None
        if ban_cache["version"] != request.cache_versions["bans"]:
            return None
        return ban_cache
    except KeyError:
        return None
