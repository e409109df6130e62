"""Site files as different hands write them: one a line, in braces, with comments, any line end."""

from hypothesis import strategies as st

from kiosk.resources import Folders

EXAMPLE = Folders.shipped().site.read_text(encoding="utf-8")

IN_BRACES = """\
# by a hand that likes braces
site: lakeside
district: 'Lakeside Schools'  # the old name
portal: {name: Window, address: "portal.example.org", sender: a@example.org, rules: summit,}
schools: [{id: north, name: North, phone: 555, office: {days: Mon-Fri, hours: 8:00-15:30}}]
languages: [ en,  es ]
wifi:
"""
ONE_A_LINE = """\
site:    lakeside
district: Lakeside Schools
here: north
portal:
    # the portal
    name:   Window   # its name
    address: portal.example.org
    sender: a@example.org
    rules: summit
    sign_up: >
      Sign up
      here
schools:
# the one by the lake
- id: north
  name: North
  phone: "555"   # mornings
  office:
     days: Mon-Fri
     hours: 8:00-15:30

# and the one on the hill
- id: south
  name: South
  phone: '556'
  office: {days: Mon-Fri, hours: 8:00-15:30}
# that is all

languages:
- en  # first
- es

events:
  - name: Fall  # in October
"""
TEXTS = (EXAMPLE, IN_BRACES, ONE_A_LINE)

_NOTES = st.text(st.characters(categories=("L", "N", "P", "Zs"), exclude_characters="\r\n\u2028"))


@st.composite
def texts(draw: st.DrawFn) -> str:
    """One of those files, with more comments and blank lines between its lines, and a line end."""
    text = draw(st.sampled_from((IN_BRACES, ONE_A_LINE)))
    lines = []
    for line in text.splitlines():
        # Inside a folded text, a line of its own would be part of what it says.
        if not line.strip().startswith(("here", "Sign up")) or line.startswith("here"):
            for note in draw(st.lists(_NOTES, max_size=1)):
                lines.append(f"# {note}".rstrip())
        lines.append(line)
    end = draw(st.sampled_from(["\n", "\r\n"]))
    return end.join(lines) + draw(st.sampled_from([end, ""]))
