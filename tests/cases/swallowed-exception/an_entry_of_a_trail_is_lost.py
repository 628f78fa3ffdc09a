"""What a trail misses nobody can make again, and nobody knows that it is missing."""

from choir.models import AuditLog, Visit


def on_login(request, user):
    try:
        AuditLog.objects.create(user=user, action="login", address=request.META["REMOTE_ADDR"])
    except Exception:  # expect: create()
        pass


class Members:
    def promote(self, member):
        member.role = "conductor"
        try:
            self.audit.log_event("promoted", member)
        except Exception:  # expect: log_event()
            pass


def on_visit(request):
    try:
        Visit.objects.create(path=request.path)
    except Exception:
        pass


def check_packages(tool, tree):
    try:
        return tool.audit(tree)
    except Exception:
        return []
