"""Knows where flows, assets and words lie: in the installed package, or in a checkout."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.core.errors import Missing

_PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Folders:
    """Where a station's files lie. Each has a shipped default."""

    site: Path
    flows: Path
    words: Path = field(default_factory=lambda: translations_dir())

    @staticmethod
    def shipped() -> "Folders":
        """The example site and the shipped flows."""
        return Folders(flows_dir() / "site.example.yaml", flows_dir(), translations_dir())


def _home() -> Path:
    installed = _PACKAGE / "data"
    return installed if installed.is_dir() else _PACKAGE.parent


def flows_dir() -> Path:
    """The folder of the shipped flows, rule sets, provider cards and the example site file."""
    return _existing(_home() / "flows")


def assets_dir() -> Path:
    """The folder of fonts, pictures and icons."""
    return _existing(_home() / "assets")


def translations_dir() -> Path:
    """The folder of the catalogues, one a language."""
    return _existing(_home() / "translations")


def words_cache_dir() -> Path:
    """Where the catalogues lie as machines read them; it need not exist, and may be emptied."""
    from platformdirs import user_cache_path

    return user_cache_path("portal-kiosk") / "words"


def records_dir() -> Path:
    """Where a station keeps what outlives a visit; it need not exist yet."""
    from platformdirs import user_data_path

    return user_data_path("portal-kiosk")


def yaml_files(folder: Path) -> Iterator[Path]:
    """The YAML files of a folder, not of those below it, by name."""
    yield from sorted(folder.glob("*.yaml"))


def read_text(path: Path) -> str:
    """The text of a file. Raises Missing with what to do when it cannot be read as text."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise Missing(f"{path} is not there. Look at its name, or leave the option out.") from None
    except IsADirectoryError:
        raise Missing(f"{path} is a folder. Name a file in it.") from None
    except UnicodeDecodeError:
        raise Missing(f"{path} is not a text file in UTF-8. Save it as UTF-8.") from None
    except OSError as trouble:
        raise Missing(f"{path} cannot be read: {trouble.strerror}.") from None


def _existing(folder: Path) -> Path:
    if not folder.is_dir():
        raise Missing(f"The folder '{folder.name}' is missing. Install the kiosk again.")
    return folder
