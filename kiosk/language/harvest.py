"""Gathers every message of the kiosk: flows, mail cards, password rules, and the window's words."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from kiosk.checks.mail_providers import OTHER, Provider, read_providers
from kiosk.checks.password_sentences import NOTES, SENTENCES
from kiosk.core.flow import Flow
from kiosk.core.messages import Message, message_of, messages_of_flow, messages_of_phrases
from kiosk.core.shape.reader import read_file
from kiosk.core.texts import Text
from kiosk.core.words import counted
from kiosk.resources import flows_dir, read_text, yaml_files

_PHRASES = "kiosk/core/phrases.py"
_RULES = "kiosk/checks/password_sentences.py"
_OF_RULES = "A rule for a new password, in a list of rules."
_OF_CARDS = "A step on the family's own phone. Leave words in “ ” as they are on the phone."


def messages_in(flows: Path) -> tuple[Message, ...]:
    """Every message of the flows in that folder, the shipped mail cards, and the window.

    Raises FilesNotSound where a flow cannot be read: half a catalogue would lose words.
    """
    read = []
    for path in yaml_files(flows):
        if not path.name.startswith("site."):
            read.append((read_file(read_text(path), str(path), Flow), f"flows/{path.name}"))
    cards = [(one, f"flows/providers/{one.provider}.yaml") for one in _providers()]
    return messages_of(read, cards)


def _providers() -> tuple[Provider, ...]:
    return read_providers(flows_dir() / "providers")


def messages_of(
    flows: Iterable[tuple[Flow, str]], providers: Iterable[tuple[Provider, str]]
) -> tuple[Message, ...]:
    """Every message, in the order of the catalogue; each flow and provider with its file's name."""
    found = [*messages_of_phrases(_PHRASES)]
    for flow, file in flows:
        found += messages_of_flow(flow, file)
    for provider, file in providers:
        found += _of_provider(provider, file)
    found += _of_rules()
    return tuple(found)


def _of_provider(provider: Provider, file: str) -> Iterator[Message]:
    if provider.provider == OTHER:
        line = provider.at.of("name").line
        notes = ("In the list of mail programs: none of those above.",)
        yield Message(f"providers.{OTHER}.name", provider.name, "", file, line, notes, "answer")
    for card in provider.cards:
        for n, step in enumerate(card.steps):
            text = Text("step", step.text, step.at, "text")
            context = f"providers/{provider.provider}.{card.errand}.{n}"
            yield message_of(text, context, file, (_OF_CARDS,))


def _of_rules() -> Iterator[Message]:
    for name, sentences in {**SENTENCES, **NOTES}.items():
        one, many = sentences[0], sentences[-1]
        plural = many if len(sentences) > 1 or counted(one) else ""
        yield Message(f"rules.{name}", one, plural, _RULES, 0, (_OF_RULES,), "step")
