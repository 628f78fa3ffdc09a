from flask import Blueprint, abort

from shop.models import Group, Sketch

views = Blueprint("views", __name__)


@views.route("/sketches/<int:sketch_id>/groups/<int:group_id>")
def group_of(sketch_id, group_id):
    sketch = Sketch.get_by_id(sketch_id)
    group = Group.get_by_id(group_id)
    if group.sketch_id != sketch.id:
        abort(403, "The group does not belong to the sketch")
    return group.to_dict()
