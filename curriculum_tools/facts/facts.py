"""The facts of one guide under one config, each worked out when first asked for."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from curriculum_tools.facts.anchors import anchor_places
from curriculum_tools.facts.conflicts import MarkerConflict, find_conflicts
from curriculum_tools.facts.contents import Contents, read_contents
from curriculum_tools.facts.contents_faults import ContentsFaults, contents_faults
from curriculum_tools.facts.cycles import Edge, cyclic_components
from curriculum_tools.facts.expected import Lack, lacks
from curriculum_tools.facts.line_ends import LineEnds, read_line_ends
from curriculum_tools.facts.links import RelativeLink, relative_links
from curriculum_tools.facts.number_faults import NumberFault, NumberFaultKind
from curriculum_tools.facts.numbering import diagnose
from curriculum_tools.facts.outside import Outside
from curriculum_tools.facts.own_references import OwnReference, own_references
from curriculum_tools.facts.places import Places, read_places
from curriculum_tools.facts.prerequisites import Prerequisite, graph_of, read_prerequisites
from curriculum_tools.facts.prose import Prose, read_prose
from curriculum_tools.facts.regions import Regions
from curriculum_tools.facts.repeated import Repetition, repeated_questions
from curriculum_tools.facts.repeated_parts import RepeatedPart, repeated_parts
from curriculum_tools.facts.repeats import AlikePair, alike_questions
from curriculum_tools.facts.sections import Sectioning, read_sections
from curriculum_tools.facts.shared_titles import SharedTitles
from curriculum_tools.facts.stray_questions import stray_questions
from curriculum_tools.facts.sub_headings import SubHeadings, read_sub_headings
from curriculum_tools.facts.taught import taught_prerequisites
from curriculum_tools.facts.topics import curriculum_topics
from curriculum_tools.facts.unknown_fields import UnknownField, unknown_fields
from curriculum_tools.model.config import Config
from curriculum_tools.model.content import Block, Section
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Source, Span
from curriculum_tools.syntax.home import TEACHES


class Facts:
    """What rules may ask of a guide; a pure function of the guide and the config."""

    def __init__(self, guide: Guide, config: Config) -> None:
        """Take a guide and the config that holds for it."""
        self.guide = guide
        self.config = config

    @property
    def source(self) -> Source:
        """The source of the guide."""
        return self.guide.source

    @property
    def head(self) -> Span:
        """Where what the whole guide lacks is reported: its title, else its first line."""
        root = self.guide.root
        return root.heading.title.span if root.is_headed else self.source.line_span(1)

    @property
    def is_data(self) -> bool:
        """Whether the topics were read from a data file."""
        return TEACHES.name in self.guide.dialect.names

    @cached_property
    def repeated_parts(self) -> Sequence[RepeatedPart]:
        """The parts that stand in the guide twice, word for word."""
        return repeated_parts(self.guide)

    @cached_property
    def sub_headings(self) -> SubHeadings:
        """The numbered headings below topics."""
        return read_sub_headings(self.guide)

    @cached_property
    def numbering(self) -> tuple[NumberFault, ...]:
        """What is wrong with the numbers of headings; each defect once."""
        copies = [part.copy for part in self.repeated_parts]
        return diagnose(self.guide, self.sub_headings, copies)

    def number_faults(self, kind: NumberFaultKind) -> Iterator[NumberFault]:
        """Yield what is wrong with numbers, of one kind."""
        return (fault for fault in self.numbering if fault.kind is kind)

    @cached_property
    def curriculum_topics(self) -> tuple[Section, ...]:
        """The topics without sections of prose that only look like topics."""
        return curriculum_topics(self.guide)

    @cached_property
    def shared_titles(self) -> SharedTitles:
        """Which titles topics of different chapters may share."""
        return SharedTitles(self.guide, self.config.repeated_titles)

    @cached_property
    def topics_outside_chapters(self) -> tuple[Section, ...]:
        """The topics of the curriculum that stand before the first chapter."""
        chapters = self.guide.chapters
        if not chapters or chapters[0].is_headed or self.guide.dialect.templates:
            return ()
        outside = {topic.span for topic in chapters[0].sections}
        return tuple(topic for topic in self.curriculum_topics if topic.span in outside)

    @cached_property
    def unknown_fields(self) -> Sequence[UnknownField]:
        """Bullets of topics with a label that is no field."""
        return unknown_fields(self.guide, self.config)

    @cached_property
    def stray_questions(self) -> Sequence[tuple[Section, Sequence[Block]]]:
        """Bullets of topics that ask something but stand in no questions field, run by run."""
        return [] if self.guide.dialect.templates else list(stray_questions(self.guide))

    @cached_property
    def lacks(self) -> Mapping[str, Lack]:
        """Which topics lack which of the fields that are expected of them."""
        meant = {(field.topic.span, field.meant) for field in self.unknown_fields}
        meant |= {(topic.span, "questions") for topic, _ in self.stray_questions}
        return lacks(self.curriculum_topics, meant, self.config, self.guide.dialect)

    @cached_property
    def sections(self) -> tuple[Sectioning, ...]:
        """What each topic, or the file, has of the sections that the config asks for."""
        return read_sections(self.guide)

    @cached_property
    def prose(self) -> Prose:
        """The parts of the text that are neither code, nor comments, nor front matter."""
        return read_prose(self.guide)

    @cached_property
    def repeated_questions(self) -> Sequence[Repetition]:
        """Questions that stand earlier in the guide too."""
        return repeated_questions(self.guide)

    @cached_property
    def alike_questions(self) -> Sequence[AlikePair]:
        """Pairs of unequal questions that probably ask the same, the most alike first."""
        return alike_questions(self.guide, self.config.rulings)

    @cached_property
    def links(self) -> tuple[RelativeLink, ...]:
        """The links that lead to a place in the guide or to a file beside it."""
        return relative_links(self.guide)

    @cached_property
    def anchors(self) -> frozenset[str]:
        """What can be linked to inside the guide."""
        return frozenset(self.anchor_places)

    @cached_property
    def anchor_places(self) -> Mapping[str, int]:
        """What can be linked to inside the guide, and the offset that it leads to."""
        return anchor_places(self.guide, self.config.anchors)

    @cached_property
    def contents(self) -> Contents:
        """The table of contents."""
        return read_contents(self.guide, self.links, self.anchor_places)

    @cached_property
    def places(self) -> Places:
        """The chapters, topics and questions, and their anchors."""
        return read_places(self.guide, self.anchor_places)

    @cached_property
    def contents_faults(self) -> ContentsFaults:
        """What is wrong with the table of contents."""
        templates = self.guide.dialect.templates
        if not templates:
            return ContentsFaults()
        return contents_faults(self.contents, self.places, self.anchor_places, templates.numbers)

    @cached_property
    def own_references(self) -> tuple[OwnReference, ...]:
        """The numbers by which the text names chapters and topics of the guide."""
        return own_references(self.guide, self.prose, self.anchors)

    @cached_property
    def prerequisites(self) -> tuple[Prerequisite, ...]:
        """The topics that topics build on, as named, and what the names mean."""
        outside = Outside(self.config.external_prerequisites)
        if self.is_data:
            return tuple(taught_prerequisites(self.guide, outside))
        return read_prerequisites(self.guide, self.numbering, self.config.anchors, outside)

    @cached_property
    def prerequisite_graph(self) -> tuple[Edge, ...]:
        """Edges from each topic to those that it builds on, all by their places in the guide."""
        return graph_of(self.prerequisites)

    @cached_property
    def prerequisite_cycles(self) -> tuple[frozenset[int], ...]:
        """The sets of topics that build on each other."""
        return cyclic_components(self.prerequisite_graph)

    @cached_property
    def regions(self) -> Regions:
        """What the text is at an offset: prose, code, HTML, front matter."""
        return Regions(self.guide)

    @cached_property
    def line_ends(self) -> LineEnds:
        """How the lines of the text end."""
        return read_line_ends(self.source.text)

    @cached_property
    def conflicts(self) -> tuple[MarkerConflict, ...]:
        """The conflicts that a merge has left in the text."""
        text = self.source.text
        if "<<<<<<<" not in text and ">>>>>>>" not in text:
            return ()
        return tuple(find_conflicts(text, self.regions))
