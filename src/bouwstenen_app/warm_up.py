"""Which modules a session will need: imported ahead, while nobody types."""

from typing import Final

SOON: Final = (
    "bouwstenen_app.ui.widgets.privacy_guard",
    "rapidfuzz.distance",
    "bouwstenen_app.services.reporting",
    "bouwstenen_app.ui.widgets.workshop_new",
    "bouwstenen_app.ui.places.sessions",
    "bouwstenen_app.domain.voting",
    "bouwstenen_app.ui.widgets.beamer_canvas",
    "bouwstenen_app.ui.places.beamer_show",
    "bouwstenen_app.ui.places.grouping",
    "bouwstenen_app.ui.places.voting",
    "bouwstenen_app.ui.places.reading_back",
    "bouwstenen_app.ui.places.tag_inbox",
    "bouwstenen_app.ui.places.photo_way",
)
"""What a session will need: imported when the window has been there for a moment."""
AFTER_THAT: Final = (
    "docx.oxml",
    "docx",
    "bouwstenen_app.export.word",
    "bouwstenen_app.services.facet_index",
    "bouwstenen_app.domain.look_alikes",
    "bouwstenen_app.ui.places.deduplicating",
    "bouwstenen_app.ui.places.selecting",
    "bouwstenen_app.ui.places.arrangement",
    "bouwstenen_app.ui.places.organise",
    "bouwstenen_app.ui.places.report",
)
"""What is needed later: imported when the places and ways of a session are built."""
