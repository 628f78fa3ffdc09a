import sentry_sdk


def import_feed(feed, auth_token):
    sentry_sdk.set_tag("feed", feed.name)
    try:
        feed.load(auth_token)
    except ConnectionError:
        sentry_sdk.set_extra("auth_token", auth_token)  # expect: token
        sentry_sdk.capture_message(f"feed {feed.name} refused {auth_token}", level="warning")  # expect: token
        raise
