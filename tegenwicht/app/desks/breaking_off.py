"""Whether someone wants out while a file is being read: Esc, the window's cross, or the system."""

import pygame


def wants_out() -> bool:
    """Looked at without taking anything: what was pressed is handled afterwards as always."""
    if not pygame.display.get_init():
        return False
    pygame.event.pump()
    waiting = pygame.event.get(pygame.KEYDOWN, pump=False)
    for event in waiting:
        pygame.event.post(event)
    return any(event.key == pygame.K_ESCAPE for event in waiting) or pygame.event.peek(pygame.QUIT)
