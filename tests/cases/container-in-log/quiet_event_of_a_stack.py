def on_event(event, context):
    print("Received", event)
    if event["RequestType"] == "Create":
        return {"PhysicalResourceId": "pool"}
    return {}
