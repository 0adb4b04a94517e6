"""What is kept of a report is all of it."""

from hypothesis import given
from hypothesis import strategies as st

from curriculum_tools.model.finding import Edit, Finding, FindingTopic, Fix, Related, Severity
from curriculum_tools.model.read_as import ReadAs
from curriculum_tools.model.report import GuideReport
from curriculum_tools.model.source import Source, Span
from curriculum_tools.store.cache.codec import LintResult, decode, encode
from curriculum_tools.store.cache.dependencies import Dependencies

TEXTS = st.one_of(st.text(max_size=5), st.sampled_from(["", "same", "\udcff", "\u2028"]))
SPANS = st.builds(Span, st.integers(0, 99), st.integers(0, 99))
SOURCE = Source("guide.md", "a text\n" * 20)


def maybe(strategy: st.SearchStrategy[str]) -> st.SearchStrategy[str | None]:
    return st.one_of(st.none(), strategy)


FINDINGS = st.builds(
    Finding,
    rule=TEXTS,
    group=TEXTS,
    severity=st.sampled_from(Severity),
    message=TEXTS,
    path=st.just("guide.md"),
    span=SPANS,
    topic=st.one_of(st.none(), st.builds(FindingTopic, maybe(TEXTS), TEXTS)),
    related=st.lists(st.builds(Related, TEXTS, SPANS, st.none()), max_size=2).map(tuple),
    fix=st.one_of(
        st.none(),
        st.builds(
            Fix,
            TEXTS,
            st.booleans(),
            st.lists(st.builds(Edit, SPANS, TEXTS), max_size=2).map(tuple),
        ),
    ),
    fingerprint=TEXTS,
    cause=maybe(TEXTS),
    help=maybe(TEXTS),
)
REPORTS = st.builds(
    GuideReport,
    st.just(SOURCE),
    st.lists(FINDINGS, max_size=4).map(tuple),
    *([st.integers(0, 9)] * 7),
    read_as=st.builds(ReadAs, TEXTS, *[st.lists(TEXTS, max_size=2).map(tuple)] * 3),
    hidden=st.just(()),
    is_page=st.just(False),
)
DEPENDENCIES = st.builds(
    Dependencies,
    st.dictionaries(TEXTS, st.lists(TEXTS, max_size=3), max_size=3),
    st.lists(TEXTS, max_size=3).map(tuple),
    st.lists(TEXTS, max_size=3).map(tuple),
    TEXTS,
)


@given(st.builds(LintResult, REPORTS, DEPENDENCIES, st.booleans()))
def test_an_entry_comes_back_as_it_was(entry: LintResult) -> None:
    data = encode(entry)
    assert data is not None
    back = decode(data, SOURCE)
    assert back == entry
    assert {type(finding.severity) for finding in back.report.findings} <= {Severity}


def test_every_field_of_a_report_is_kept() -> None:
    """A field that is added must be added to the codec, and here.

    What a baseline hides, and which page gives the order, is known without it.
    """
    counts = {"topics", "questions", "suppressed", "absent", "chapters", "answers", "options"}
    kept = {"source", "findings", "read_as", *counts}
    told_elsewhere = {"hidden", "is_page"}
    assert set(GuideReport._fields) == kept | told_elsewhere
    assert len(Finding._fields) == 12
    assert [len(kind._fields) for kind in (Fix, Edit, Related, FindingTopic)] == [3, 2, 3, 2]


def test_a_report_about_another_text_is_not_kept() -> None:
    other = Related("there", Span(0, 1), Source("other.md", "text"))
    finding = Finding(
        "rule", "group", Severity.ERROR, "m", "guide.md", Span(0, 1), None, (other,), None, "f"
    )
    assert encode(LintResult(GuideReport(SOURCE, (finding,)), Dependencies())) is None
