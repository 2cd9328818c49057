"""The screens. Each is a function from what is known (a View) to a tree of nodes; none imports another."""
