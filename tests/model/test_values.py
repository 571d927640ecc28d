from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model.values import checked_value, fold_space


def test_white_space_is_folded_but_for_a_no_break_space() -> None:
    assert fold_space(" one\r\n\t two\u00a0three \n") == "one two\u00a0three"


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold_space(fold_space(text)) == fold_space(text)


@pytest.mark.parametrize("value", ["2013", "2013-06", "2013-06-24", "2012-02-29", "0001"])
def test_a_day_a_month_and_a_year_are_dates(value: str) -> None:
    assert checked_value("date", value) == value
