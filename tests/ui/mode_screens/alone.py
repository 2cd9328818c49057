def screens():
    return {}
