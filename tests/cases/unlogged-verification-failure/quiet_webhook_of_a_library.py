import logging

from django.conf import settings
from ninja import Router
from ninja.errors import HttpError
from svix.webhooks import Webhook, WebhookVerificationError

logger = logging.getLogger(__name__)
router = Router()


@router.post("/billing/webhook")
def billing_webhook(request):
    try:
        event = Webhook(settings.WEBHOOK_SECRET).check(request.body, request.headers)
    except WebhookVerificationError:
        logger.warning("invalid webhook signature from %s", request.META["REMOTE_ADDR"])
        raise HttpError(400, "invalid signature")
    apply_plan(event)
    return {"status": "ok"}
