from djblets.webapi.errors import DOES_NOT_EXIST, PERMISSION_DENIED
from djblets.webapi.resources import WebAPIResource

from herbarium.models import Sheet


class SheetResource(WebAPIResource):
    def update(self, request, sheet_id, label=None):
        sheet = Sheet.objects.filter(pk=sheet_id).first()
        if sheet is None:
            return DOES_NOT_EXIST
        if not sheet.is_curated_by(request.user):
            return PERMISSION_DENIED  # expect: denied access
        sheet.label = label
        sheet.save()
        return 200, {"sheet": sheet}

    def create(self, request, label):
        if not request.user.has_perm("herbarium.add_sheet"):
            return PERMISSION_DENIED.with_message("You may not add sheets.")  # expect: denied access
        return 201, {"sheet": Sheet.objects.create(label=label)}
