"""Groups of a document, of a file and of a plot give nobody a right."""

from flask import Blueprint, request

bp = Blueprint("papers", __name__)


@bp.post("/papers/<int:number>/lists")
def add_list(number, papers):
    document = papers[number]
    group = document.add_group(label="list", name=request.form["name"])
    document.add_text(parent=group, text=request.form["text"])
    return {"id": group.id}


class Reader:
    def __init__(self, doc, archive):
        self.doc = doc
        self.archive = archive

    def heading(self, text):
        return self.doc.add_group(name=text)

    def keep(self, measured):
        measured.file = self.archive.create_group("measured")


@bp.delete("/papers/<int:number>/lists/<int:at>")
def drop_list(number, at, papers):
    doc = papers[number]
    group = doc.groups[at]
    doc.groups.remove(group)
    return {}
