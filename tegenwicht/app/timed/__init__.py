"""What happens by itself: each thing says when it is due (``due``); ``app.agenda`` has them all in one list."""
