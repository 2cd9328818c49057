"""python -m tests.proof.ears"""

import sys

from tests.proof.ears.command import main

sys.exit(main())
