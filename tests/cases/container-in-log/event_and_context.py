"""(event, context) are Lambda's for a handler; a method that tells of something has parameters of these names, too."""

import logging

log = logging.getLogger(__name__)


class Orders:
    def handle(self, event, context):
        log.info("came: %s", event)  # expect: the Lambda event
        return {"statusCode": 200}


class Notices:
    def send(self, event, user, context):
        log.info("notice %s to %s: %s", event, user.pk, self.text(event, context))

    def text(self, event, context):
        return f"{event}: {context.get('amount', '')}"

    def subject(self, event, context):
        log.debug("subject of %s", event)
        return event.replace("_", " ").capitalize()
