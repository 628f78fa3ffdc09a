from pyramid.view import view_config

from shop.services import ChartService, UserService


@view_config(route_name="report", renderer="json")
def groups_of_users(request):
    groups = []
    users = []
    for user in UserService.all():
        users.append(user.name)
        groups.append([one.name for one in user.groups])
    return {"users": users, "groups": groups}


@view_config(route_name="chart", renderer="json", request_method="POST")
def chart_of_groups(request):
    chart = ChartService.by_id(request.matchdict["chart"])
    chart.groups.append(request.json_body["group"])
    return chart.as_json()
