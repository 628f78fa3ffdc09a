import structlog
from django.conf import settings
from rest_framework import permissions
from stripe import SignatureVerificationError
from stripe.webhook import WebhookSignature

log = structlog.get_logger()


class SignedByTheBank(permissions.BasePermission):
    def has_permission(self, request, view):
        header = request.META.get("HTTP_STRIPE_SIGNATURE")
        if not header:
            log.info("webhook_denied", reason="no header")
            return False
        try:
            WebhookSignature.verify_header(request.body.decode(), header, settings.WEBHOOK_SECRET, 300)
        except SignatureVerificationError:
            log.info("webhook_denied", reason="signature")
            return False
        return True


class OwnsIt(permissions.BasePermission):
    def has_object_permission(self, request, view, thing):
        return thing.owner == request.user
