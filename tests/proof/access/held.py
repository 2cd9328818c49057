"""What is held by tests that are there already: they are run again here, and counted."""

import re
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryFile

from tests.proof.access.base import Finding

PROJECT = Path(__file__).parents[3]
KEYS, APP, ACCESS = (
    "tests/screens/shell/test_keys.py",
    "tests/screens/shell/test_app.py",
    "tests/kit/test_access.py",
)
HISTORY = "tests/screens/library/test_history.py"
TROUBLE, REPORTING = "tests/screens/shell/test_trouble.py", "tests/screens/library/test_reporting.py"
READER = f"{ACCESS}::TestARealScreenReader"
HELD: Mapping[str, tuple[str, ...]] = {
    "live field": (
        "tests/kit/test_textfield.py::test_the_field_shows_its_words_just_as_the_rest_of_the_screen_does",
        "tests/kit/test_textfield.py::test_the_colours_of_a_selection_differ_from_the_field",
    ),
    "keyboard": (
        f"{KEYS}::test_a_key_does_what_the_help_says", f"{KEYS}::test_an_arrow_moves_the_focus_and_changes_a_number",
    ),
    "letters": (
        f"{KEYS}::test_letters_in_a_text_field_are_text_and_nothing_else",
        f"{KEYS}::test_letters_in_the_field_for_a_name_are_text_and_nothing_else",
        f"{KEYS}::test_with_letter_keys_off_letters_do_nothing_and_the_other_keys_still_work",
        f"{KEYS}::test_the_setting_covers_every_key_that_is_one_character",
    ),
    "timing": (
        f"{KEYS}::test_at_zero_nothing_is_taken_away_and_the_bell_rings_once",
        f"{KEYS}::test_after_the_end_a_minute_more_is_a_whole_minute_and_then_the_bell_rings_again",
        f"{KEYS}::test_a_pause_stops_the_time_and_it_goes_on_where_it_was",
        f"{KEYS}::test_the_clock_of_a_resumed_session_stands_still_until_asked",
    ),
    "bell": (f"{KEYS}::test_without_sound_the_end_of_the_time_is_still_told",),
    "pointer": (
        f"{KEYS}::test_the_mouse_acts_when_the_button_goes_up",
        f"{KEYS}::test_moving_away_before_letting_go_cancels",
        f"{KEYS}::test_what_is_behind_a_panel_cannot_be_clicked",
    ),
    "drag": (
        f"{HISTORY}::test_a_file_comes_in_by_typing_where_it_is",
        f"{APP}::test_own_decks_are_offered_and_the_one_that_is_open_is_marked",
        "tests/kit/test_textfield.py::test_two_clicks_select_a_word_and_three_the_row",
        "tests/kit/test_textfield.py::test_home_and_end_are_of_the_row_and_with_ctrl_of_the_text",
    ),
    "held keys": (
        f"{KEYS}::test_a_key_that_is_held_acts_once",
        "tests/kit/test_textfield.py::test_a_held_key_repeats_until_it_is_let_go",
    ),
    "errors": (
        f"{APP}::test_a_file_that_is_no_deck_is_told_with_its_place_and_the_deck_stays",
        f"{TROUBLE}::test_trouble_stays_on_every_screen_and_goes_when_it_is_over",
        f"{REPORTING}::test_a_folder_that_cannot_be_written_is_told_and_nothing_is_lost",
        f"{KEYS}::test_a_field_for_a_number_takes_digits_only",
        f"{HISTORY}::test_a_hostile_file_is_refused_in_dutch_and_nothing_changes",
        f"{HISTORY}::test_why_a_file_cannot_come_in_is_told_in_the_panel_where_it_was_asked",
    ),
    "status": (
        f"{TROUBLE}::test_a_screen_reader_is_told_when_it_begins_and_when_it_is_over",
        f"{KEYS}::test_the_end_is_told_even_while_a_chip_is_flying",
        f"{REPORTING}::test_a_report_is_written_to_the_documents_and_the_screen_says_where",
    ),
    "undo": (
        f"{KEYS}::test_the_undo_button_names_what_it_undoes_and_then_does_so",
        f"{TROUBLE}::test_closing_with_something_unsaved_asks_first_and_closes_the_second_time",
        f"{APP}::test_a_clicker_does_not_close_a_session_for_good",
        f"{HISTORY}::test_throwing_away_is_asked_first_and_enter_keeps_it",
        f"{HISTORY}::test_a_clicker_does_not_close_without_keeping",
    ),
    "again": (
        f"{APP}::test_last_times_choices_are_offered_again_but_not_the_shuffle_number",
        f"{APP}::test_a_note_that_is_being_typed_survives_a_look_at_the_help",
    ),
    "requests": (
        f"{APP}::test_a_screen_reader_can_give_a_number_another_value",
        f"{APP}::test_text_from_a_screen_reader_is_as_if_it_was_typed",
        f"{APP}::test_a_screen_reader_moves_the_caret_in_the_field_in_use",
        f"{READER}::test_pressing_a_button_reaches_the_app_and_the_answer_is_announced",
        f"{READER}::test_what_is_off_cannot_be_pressed",
        f"{READER}::test_the_focus_can_be_asked_for_and_is_told",
        f"{READER}::test_a_spin_can_be_given_another_number",
        f"{READER}::test_a_text_can_be_set_where_the_platform_lets_a_reader",
    ),
    "reader text": (
        f"{READER}::test_it_reads_a_text_by_character_word_and_line",
        f"{READER}::test_the_keys_of_a_braille_display_move_the_caret",
        f"{READER}::test_what_is_typed_is_heard",
    ),
    "conversion": (
        "tests/test_convert.py::test_a_deck_goes_from_yaml_to_excel_to_csv_and_back_and_loses_nothing",
        "tests/report/test_pdf_report.py::test_title_language_and_paper",
        "tests/report/test_pdf_report.py::test_a_screen_reader_finds_headings_lists_tables_and_what_pictures_show",
        "tests/report/test_docx_report.py::test_headings_are_those_of_word",
        "tests/report/test_docx_report.py::test_the_language_is_dutch_everywhere",
        "tests/report/test_docx_report.py::test_every_image_has_a_description_with_its_numbers",
    ),
    "authoring": (
        "tests/test_command_line.py::test_check_names_file_line_and_column_of_every_problem",
        "tests/test_convert.py::test_every_kind_of_advice_is_a_dutch_sentence",
        "tests/storage/decks/test_deck_drafts.py::test_every_problem_is_at_its_own_card_and_field_in_the_words_of_the_reader",
        "tests/storage/decks/test_deck_drafts.py::test_an_empty_draft_says_that_it_wants_a_title_a_source_and_cards",
        "tests/storage/decks/test_decks_readme.py::test_the_example_is_a_deck_and_an_editor_has_nothing_to_say_about_it",
    ),
}  # fmt: skip
CAME_TO_AN_END = (0, 1)
"""What pytest ends with when all passed and when some failed."""
RESULT = re.compile(r"^(PASSED|FAILED|ERROR|SKIPPED|XFAIL|XPASS)\s+(\S+?::\S+)", re.MULTILINE)


class Tests:
    """The tests of some names, running in a process of their own from the moment this is made."""

    def __init__(self, names: Iterable[str]) -> None:
        self.chosen = {name: HELD[name] for name in names}
        tests = sorted({test for found in self.chosen.values() for test in found})
        self.command = [sys.executable, "-m", "pytest", "-q", "-rA", "-p", "no:cacheprovider", *tests]
        self._begin()

    def _begin(self) -> None:
        self.output = TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - as long as they run
        self.process = subprocess.Popen(
            self.command, cwd=PROJECT, stdout=self.output, stderr=subprocess.STDOUT
        )

    def findings(self) -> dict[str, Finding]:
        """Wait for them; a finding for each name. Once more when they did not come to their end: that is told."""
        printed, why = self._printed(), ""
        if self.process.returncode not in CAME_TO_AN_END:
            why = f"de eerste keer eindigden de tests met {self.process.returncode}: {printed[-300:]}"
            self._begin()
            printed = self._printed()
        results = RESULT.findall(printed)
        return {name: _finding(found, results, printed).told(why) for name, found in self.chosen.items()}

    def _printed(self) -> str:
        self.process.wait()
        self.output.seek(0)
        with self.output:
            return self.output.read()


def _finding(tests: Iterable[str], results: list[tuple[str, str]], output: str) -> Finding:
    passed, faults = 0, []
    for test in tests:
        mine = [
            what for what, where in results if where == test or where.startswith((f"{test}[", f"{test} "))
        ]
        passed += mine.count("PASSED")
        if not mine or set(mine) != {"PASSED"}:
            faults.append(f"{test}: {', '.join(sorted(set(mine))) or 'niet uitgevoerd: ' + output[-300:]}")
    return Finding(passed, "tests", f"{len(faults)} zakken", tuple(faults))
