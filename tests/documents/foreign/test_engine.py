"""What pypdf may do for a PDF of others, and that it does ask before it does more."""

import logging

import pypdf
import pypdf.filters
import pytest
from pypdf.generic import NameObject

from botilbud_desktop.documents.foreign import limits
from botilbud_desktop.documents.foreign.engine import Source, within_limits
from botilbud_desktop.documents.foreign.errors import TOO_COMPLICATED, ForeignPdfError
from botilbud_desktop.documents.foreign.meter import Meter, MeteredBytes
from tests.documents.foreign.samples import SAMPLES
from tests.documents.foreign.written import one_page, stream

HOOKS = (
    "_handle_encryption",
    "_get_object_from_stream",
    "_rebuild_xref_table",
    "_load_recovery_cache",
    "_read_standard_xref_table__handle_size",
)


@pytest.mark.parametrize("hook", HOOKS)
def test_pypdf_still_calls_what_is_counted(hook: str) -> None:
    """A version of pypdf that calls it otherwise would not be held to the limits."""
    assert callable(getattr(pypdf.PdfReader, hook))
    assert hook in vars(Source)


def test_pypdf_logs_nothing(caplog: pytest.LogCaptureFixture) -> None:
    with within_limits(Meter()), caplog.at_level(logging.DEBUG):
        assert Source(one_page().replace(b"startxref\n", b"startxref\n7"), Meter()).root_object
    assert caplog.records == []


def test_names_keep_their_bytes() -> None:
    meter = Meter()
    with within_limits(meter):
        page = Source(SAMPLES["drawn letters"], meter).pages[0]
    assert "/F\xf8" in page["/Resources"]["/Font"]  # type: ignore[index]
    assert list(NameObject.CHARSETS) == ["latin-1"]


def test_nothing_but_lists_of_objects_is_decoded() -> None:
    meter = Meter()
    with within_limits(meter):
        source = Source(one_page(resources="/X 6 0 R", more=[stream(b"x", packed=True)]), meter)
        with pytest.raises(ForeignPdfError, match=TOO_COMPLICATED):
            source.get_object(6).get_data()  # type: ignore[union-attr]
    source = Source(one_page(more=[stream(b"x", packed=True)]), Meter())
    assert source.get_object(6).get_data() == b"x"  # type: ignore[union-attr]


def test_no_program_is_started_for_a_picture() -> None:
    with within_limits(Meter()):
        assert pypdf.get_configuration().jbig2dec_binary is None


def test_a_meter_stops_at_its_limit_and_stays_there() -> None:
    meter = Meter()
    meter.work(limits.MOST_WORK)
    assert not meter.is_spent
    for _ in range(2):
        with pytest.raises(ForeignPdfError, match=TOO_COMPLICATED):
            meter.work(1)
    assert meter.is_spent


def test_large_pieces_are_counted_for_themselves() -> None:
    data = MeteredBytes(bytes(1_000_000), Meter(), int)

    def read_again() -> None:
        data.seek(0)
        data.read()

    for _ in range(limits.MOST_READ_TWICE // 1_000_000):
        read_again()
    with pytest.raises(ForeignPdfError):
        read_again()
