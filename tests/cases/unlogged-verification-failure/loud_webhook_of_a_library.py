from django.conf import settings
from ninja import Router
from ninja.errors import HttpError
from svix.webhooks import Webhook, WebhookVerificationError

router = Router()


@router.post("/billing/webhook")
def billing_webhook(request):
    try:
        event = Webhook(settings.WEBHOOK_SECRET).check(request.body, request.headers)
    except WebhookVerificationError:
        raise HttpError(400, "invalid signature")  # expect: a token or signature that does not verify
    apply_plan(event)
    return {"status": "ok"}
