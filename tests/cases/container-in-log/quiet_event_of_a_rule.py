import json


def lambda_handler(event, context):
    print(event)
    change = json.loads(event["invokingEvent"])
    parameters = json.loads(event["ruleParameters"]) if "ruleParameters" in event else {}
    return {"kind": change["messageType"], "strict": parameters.get("strict", False)}
