"""Every sentence there is to translate: those of the visit, and those of the practice student."""

from pathlib import Path

from kiosk.core.messages import Message
from kiosk.demo.messages import messages_in_demo
from kiosk.language.harvest import messages_in


def all_messages(flows: Path) -> tuple[Message, ...]:
    """The messages of the flows in that folder, of all that is shipped beside them, in order.

    Raises FilesNotSound where a file cannot be read: half a catalogue would lose words.
    """
    return (*messages_in(flows), *messages_in_demo())
