"""The rulings that say what a field is, where there are any."""

from curriculum_tools.model.content import Field, Notes, Text
from curriculum_tools.model.rulings import DescriptionRuling, NotesRuling, Ruling, TopicName


def field_ruling(name: TopicName, field: Field) -> Ruling | None:
    """Return the ruling on a topic that settles a field as it is; None where none can."""
    match field:
        case Field(name="description", values=(Text(text=text),), blocks=()):
            return DescriptionRuling(topic=name, text=text)
        case Field(name="notes", values=(Notes(path=path, status=status),), blocks=()):
            return NotesRuling(topic=name, notes=path, status=status)
    return None
