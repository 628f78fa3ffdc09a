"""A browser that a program steers has sessions, too; and what was ended is a list of them."""


async def compatible(store, debug_session, profile_id, organization):
    session = await store.get_persistent_browser_session(debug_session.browser_session_id, organization)
    kept_profile_id = session.browser_profile_id if session is not None else None
    if kept_profile_id != profile_id:
        return None
    return session


class Sessions:
    def __init__(self, redis):
        self.redis = redis

    def process_response(self, request, response):
        if request.session.invalidated:
            for session_id in request.session.invalidated:
                self.redis.delete(session_id)
