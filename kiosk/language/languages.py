"""The languages the kiosk ships: own name, direction, plural rule, and the font of the script."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from gettext import c2py

_RULE = re.compile(r"\s*nplurals\s*=\s*[1-9]\s*;\s*plural\s*=([^;]+);?\s*")
# Every form of every rule in use shows among these numbers.
_TRIED = 1001
_ONE_OR_MORE = "nplurals=2; plural=(n != 1);"
_UP_TO_ONE = "nplurals=2; plural=(n > 1);"
_NO_FORMS = "nplurals=1; plural=0;"
_SLAVIC = (
    "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : "
    "n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
)
_ARABIC = (
    "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : "
    "n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);"
)


@dataclass(frozen=True)
class Language:
    """One language. `name` is its own name for itself; `plural` a rule as gettext writes it.

    The rules are those of Unicode's CLDR for whole numbers, in gettext's notation.
    """

    code: str
    name: str
    english: str
    plural: str = _ONE_OR_MORE
    font: str = "Atkinson Hyperlegible Next"
    right_to_left: bool = False

    @property
    def forms(self) -> int:
        """How many forms a sentence that speaks of a number has."""
        return forms_of(self.plural)


def forms_of(rule: str) -> int:
    """How many forms a plural rule tells apart; 0 where it is not such a rule, or names a form that
    it has not."""
    chosen = _chosen(rule)
    forms = int(rule.partition("=")[2].lstrip()[0]) if chosen else 0
    return forms if chosen and max(chosen) < forms else 0


def lone_forms(rule: str) -> frozenset[int]:
    """The forms that one number alone takes, so that it need not be named: "one letter".

    None is no number that is seen: a form for it and for one other is a form for the other.
    """
    chosen = _chosen(rule)
    return frozenset(form for form in chosen if chosen[1:].count(form) <= 1)


def _chosen(rule: str) -> list[int]:
    """The form that each number takes, from 0 on; nothing where it is not a rule."""
    found = _RULE.fullmatch(rule)
    try:
        choose = c2py(found[1]) if found else None
        return [choose(number) for number in range(_TRIED)] if choose else []
    except (ValueError, ArithmeticError, RecursionError):
        return []


_ALL = (
    Language("en", "English", "English"),
    Language("es", "Español", "Spanish"),
    Language("so", "Soomaali", "Somali"),
    Language("am", "አማርኛ", "Amharic", _UP_TO_ONE, "Noto Sans Ethiopic"),
    Language("ti", "ትግርኛ", "Tigrinya", _UP_TO_ONE, "Noto Sans Ethiopic"),
    Language("om", "Afaan Oromoo", "Oromo"),
    Language("ar", "العربية", "Arabic", _ARABIC, "Noto Sans Arabic", right_to_left=True),
    Language("vi", "Tiếng Việt", "Vietnamese", _NO_FORMS, "Noto Sans"),
    Language("zh-Hans", "简体中文", "Chinese, simplified", _NO_FORMS, "Noto Sans CJK SC"),
    Language("zh-Hant", "繁體中文", "Chinese, traditional", _NO_FORMS, "Noto Sans CJK TC"),
    Language("ru", "Русский", "Russian", _SLAVIC, "Noto Sans"),
    Language("uk", "Українська", "Ukrainian", _SLAVIC, "Noto Sans"),
    Language("tl", "Tagalog", "Tagalog", _UP_TO_ONE),
    Language("ko", "한국어", "Korean", _NO_FORMS, "Noto Sans CJK KR"),
    Language("fr", "Français", "French", _UP_TO_ONE),
)


def language_of(code: str, header: Mapping[str, str]) -> Language:
    """The language of a catalogue: the shipped facts, or what its own header says."""
    return LANGUAGES.get(code) or Language(
        code,
        header.get("X-Name", code),
        header.get("X-English-Name", code),
        header.get("Plural-Forms", _ONE_OR_MORE),
        header.get("X-Font", Language.font),
        header.get("X-Direction") == "rtl",
    )


LANGUAGES: Mapping[str, Language] = {one.code: one for one in _ALL}
