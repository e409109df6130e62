"""Line 21: every code to scan is made in one place, whose codes are read back from pixels."""

from pathlib import Path

import kiosk

MAKERS = ("qrcode", "segno", "pyqrcode", "zxing")


def test_every_code_to_scan_is_made_in_the_one_place_that_is_tested():
    sources = sorted(Path(kiosk.__file__).parent.rglob("*.py"))

    imports = {f"{word} {maker}" for maker in MAKERS for word in ("import", "from")}
    makers = [
        path.name for path in sources if any(one in path.read_text("utf-8") for one in imports)
    ]

    assert len(sources) > 100
    assert makers == ["matrix.py"]
