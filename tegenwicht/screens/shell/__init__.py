"""What every screen stands in: model, commands, update, view, keys, frame, stage, theme."""
