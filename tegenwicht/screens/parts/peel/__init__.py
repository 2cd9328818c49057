"""A consideration that is peeled: its six rings, what was seen and what was made of it, the screens round it, its words."""
