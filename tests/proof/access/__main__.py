"""python -m tests.proof.access"""

import os
import sys

from tests.proof.access.command import main

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
sys.exit(main())
