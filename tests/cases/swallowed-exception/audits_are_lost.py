def block_model(model, registry, trail):
    registry.block(model)
    try:
        trail.audit("blocked", model.name)
    except Exception:  # expect: audit()
        pass
