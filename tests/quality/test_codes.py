"""Line 21: there is no code to scan on any page yet. When the first one comes, so do its tests."""

from pathlib import Path

import kiosk

MAKERS = ("qrcode", "segno", "pyqrcode", "zxing")


def test_no_page_shows_a_code_to_scan_yet():
    sources = sorted(Path(kiosk.__file__).parent.rglob("*.py"))

    makers = [path.name for path in sources for maker in MAKERS if maker in path.read_text("utf-8")]

    assert len(sources) > 100
    assert makers == []
