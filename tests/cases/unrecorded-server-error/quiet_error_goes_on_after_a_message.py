from django.contrib import messages
from django.http import HttpResponseRedirect
from django.utils.translation import gettext as _

from vaults.models import Vault


def save_vault(request, vault):
    try:
        vault.initialize()
        vault.verified = True
        vault.save()
    except Exception:
        # Nobody can try again while it is there.
        try:
            vault.remove()
            messages.error(request, _("The vault was removed."))
        except KeyError:
            pass

        raise


def add(request):
    vault = Vault(path=request.POST["path"])
    save_vault(request, vault)
    return HttpResponseRedirect("/vaults")
