"""EN 301 549 and WCAG 2.2, criterion by criterion, on every screen."""
