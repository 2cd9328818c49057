"""The screens of every mode but Tegenwicht: ``screens()`` gives each as a model, by name."""
