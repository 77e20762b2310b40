"""The pages that the browser opens: one of every type, and a sample by a fixed seed.

Addresses are relative to a language's own root; a page has the same one in both languages.
"""

import random
from pathlib import Path

LANGUAGES = {"en": "", "ar": "ar/"}

# Page type -> address. A new type of page gets a row here.
TYPES = {
    "home": "",
    "event": "events/2019-03-03-al-masasna-attack/",
    "timeline": "timeline/",
    "year": "timeline/2019/",
    "governorate": "governorates/hama/",
    "places": "places/",
    "place": "places/al-masasna/",
    "actors": "actors/",
    "actor": "actors/hayat-tahrir-al-sham/",
    "campaigns": "campaigns/",
    "campaign": "campaigns/baghuz-battle/",
    "newspaper": "campaigns/march-2019-report/",
    "types": "types/",
    "type": "types/ground-attack/",
    "sources": "sources/",
    "definitions": "definitions/",
    "corrections": "corrections/",
    "translations": "translations/",
    "unmapped": "unmapped/",
    "explore": "explore/",
    "data": "data/",
    "search": "search/",
    "offline": "offline/",
    "about": "about/",
    "methodology": "about/methodology/",
    "contribute": "contribute/",
    "style guide": "contribute/style/",
}

SAMPLE_SIZE = 20
SEED = 2019


def sample(site: Path) -> list[str]:
    """Addresses of SAMPLE_SIZE pages of other addresses than the table's, in a fixed order."""
    everything = {
        "" if page.parent == site else page.parent.relative_to(site).as_posix() + "/"
        for page in site.rglob("index.html")
    }
    english = {address for address in everything if not address.startswith(LANGUAGES["ar"])}
    rest = sorted(english - set(TYPES.values()))
    return random.Random(SEED).sample(rest, SAMPLE_SIZE)
