from flask import Flask, request

from shop.topology import TopologyViewManager

app = Flask(__name__)


@app.route("/topology/groups", methods=["POST"])
def add():
    group = TopologyViewManager.add_group(request.values["name"], request.values["order"])
    return group.to_dict()


@app.route("/topology/groups/<int:number>", methods=["DELETE"])
def delete(number):
    TopologyViewManager.delete_group(number)
    return {}
