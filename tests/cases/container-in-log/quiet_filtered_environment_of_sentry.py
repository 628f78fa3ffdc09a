import sentry_sdk


def before_send(event, hint):
    event.get("request", {}).pop("cookies", None)
    event.get("request", {}).pop("headers", None)
    return event


sentry_sdk.init(dsn="https://public@sentry.example/1", before_send=before_send, send_default_pii=False)


def failed(task):
    sentry_sdk.set_context("task", {"name": task.name, "attempt": task.attempt})
    sentry_sdk.capture_message("task failed")
