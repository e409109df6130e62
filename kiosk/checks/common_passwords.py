"""The passwords that many people use: one long text that is searched, not a table in memory."""

from collections.abc import Collection, Iterator


class CommonPasswords(Collection[str]):
    """Folded passwords. A third of a megabyte as one text; as a set they would take eight times it.

    `text` holds one a line; a line that begins with # and a blank is a note.
    """

    def __init__(self, text: str) -> None:
        lines = text.splitlines()
        self._text = "\n".join(["", *(line for line in lines if line[:2] != "# "), ""])

    def __contains__(self, word: object) -> bool:
        known = isinstance(word, str) and bool(word) and "\n" not in word
        return known and f"\n{word}\n" in self._text

    def __iter__(self) -> Iterator[str]:
        return iter(self._text.split())

    def __len__(self) -> int:
        return self._text.count("\n") - 1
