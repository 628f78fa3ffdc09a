"""A plan that was made for other weights is no session of somebody else's."""

import hashlib
import json


class PlanError(Exception):
    pass


def weights_fingerprint(model):
    return hashlib.sha256(json.dumps(model.state).encode()).hexdigest()


def audit_export_binding(model, plan):
    if weights_fingerprint(model) != plan.payload.weights_fingerprint:
        raise PlanError("the weights differ from those that were profiled")
    return plan
