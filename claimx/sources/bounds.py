"""What reading one file in a process of its own may cost, and how that process is spoken to."""

import struct

MAX_MEMORY = 2 * 1024**3
"""Address space of the process; what it really takes is a quarter of it. A PDF of a thousand pages needs a tenth."""
MAX_SECONDS = 30
"""Processor time for one file."""
MAX_WALL_SECONDS = 120
"""After which it is ended in any case: a busy machine gives a process little of the processor."""
MAX_ANSWER_BYTES = 64 * 1024 * 1024
"""The longest answer that is taken: several times the longest article."""

LENGTH = struct.Struct(">Q")
"""What stands before the header of a file, before its content and before an answer: the number of its bytes."""

OUT_OF_MEMORY = b"memory"
"""The answer of a process that has no memory left; every other is JSON."""
