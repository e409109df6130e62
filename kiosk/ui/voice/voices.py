"""Which of a machine's voices speaks a language, and how fast it is told to speak. Qt-free."""

from collections.abc import Iterable, Iterator, Mapping

from kiosk.ui.voice.orders import Voice

# Where a language has several, the families of these schools know the first ones best.
_REGIONS: Mapping[str, tuple[str, ...]] = {
    "en": ("en_US", "en_CA", "en_GB"),
    "es": ("es_419", "es_US", "es_MX", "es_ES"),
    "fr": ("fr_FR", "fr_CA"),
    "vi": ("vi_VN",),
    "zh-Hans": ("zh_CN", "zh_SG"),
    "zh-Hant": ("zh_TW", "zh_HK"),
    "zh": ("zh_CN", "zh_TW"),
}
# eSpeak NG names Chinese cmn and yue. Qt has no locale for the first, so it is found by its name.
# WORKAROUND eSpeak NG 1.51: its "latin as English" reads the signs themselves as English letters.
_MANDARIN = ("Chinese (Mandarin, latin as Pinyin)", "Chinese (Mandarin")
_CANTONESE = "yue_HK"
_BEST_KNOWN = ("English (America)", "Vietnamese (Southern)")

# Words a minute of speech-dispatcher with eSpeak NG at Qt's rates -1, 0 and 1, as measured.
_SLOWEST, _USUAL, _FASTEST = 80, 170, 450


def voice_for(language: str, voices: Iterable[Voice]) -> Voice | None:
    """The voice that fits best; None rather than one of another language.

    `language` is a code such as "es" or "zh-Hant". A voice is never taken for a language that only
    shares its script: Somali read by an English voice is not understood.
    """
    there = tuple(voices)
    return next(_fitting(language, there), None)


def _fitting(language: str, voices: tuple[Voice, ...]) -> Iterator[Voice]:
    for region in _REGIONS.get(language, ()):
        of_region = [voice for voice in voices if voice.locale == region]
        yield from sorted(of_region, key=lambda voice: voice.name not in _BEST_KNOWN)
    base = language.partition("-")[0]
    if base == "zh":
        yield from _chinese(language, voices)
        return
    yield from (voice for voice in voices if voice.locale.partition("_")[0] == base)


def _chinese(language: str, voices: tuple[Voice, ...]) -> Iterator[Voice]:
    for name in _MANDARIN:
        yield from (voice for voice in voices if voice.name.startswith(name))
    if language == "zh-Hant":
        yield from (voice for voice in voices if voice.locale == _CANTONESE)


def rate_of(percent: int) -> float:
    """Qt's rate, from -1 to 1, for a speed in percent of the usual one."""
    words = _USUAL * percent / 100
    span = _USUAL - _SLOWEST if words < _USUAL else _FASTEST - _USUAL
    return min(max((words - _USUAL) / span, -1.0), 1.0)
