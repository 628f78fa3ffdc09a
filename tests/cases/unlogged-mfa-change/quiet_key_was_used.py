from datetime import UTC, datetime

from hall.models import UserPasskey


def complete(server, state, sent, request):
    key = UserPasskey.objects.filter(credential=sent["id"], enabled=True).first()
    server.authenticate_complete(state, credentials=[key.kept], response=sent)
    key.last_used = datetime.now(UTC)
    key.save(update_fields=["last_used"])
    request.session["passkey"] = key.name
    return key.owner
