import logging

from djblets.webapi.errors import PERMISSION_DENIED
from djblets.webapi.resources import WebAPIResource

from herbarium.models import Sheet

logger = logging.getLogger(__name__)
STATES = ("OPEN", "PERMISSION_DENIED")


class SheetResource(WebAPIResource):
    def update(self, request, sheet_id, label=None):
        sheet = Sheet.objects.get(pk=sheet_id)
        if not sheet.is_curated_by(request.user):
            logger.warning("sheet %s refused to %s", sheet_id, request.user)
            return PERMISSION_DENIED
        return 200, {"sheet": sheet}


def name_of_state(number):
    if number == 7:
        return PERMISSION_DENIED
    return STATES[0]
