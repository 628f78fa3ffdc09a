from django.conf import settings
from rest_framework import permissions
from stripe import SignatureVerificationError
from stripe.webhook import WebhookSignature


class SignedByTheBank(permissions.BasePermission):
    def has_permission(self, request, view):
        header = request.META.get("HTTP_STRIPE_SIGNATURE")
        if not header:
            return False
        try:
            WebhookSignature.verify_header(request.body.decode(), header, settings.WEBHOOK_SECRET, 300)
        except SignatureVerificationError:
            return False  # expect: a token or signature that does not verify leaves no security record
        return True
