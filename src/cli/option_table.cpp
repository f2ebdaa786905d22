#include <array>

#include "cli/command_table.hpp"

namespace annals {

namespace {

// In the order of Option.
constexpr std::array<OptionRow, kOptions> kRows{{
    {Option::db, "--db", 0, "FILE", "Use the articles kept in this store instead of PATHs", "", "", true},
    {Option::input_format, "--input-format", 0, "FORMAT", "How to read the PATHs, whatever they look like",
     "auto|text|markdown|html|json|jsonl", "auto"},
    {Option::published, "--published", 0, "DATE", "Publication date for articles that carry none", "", ""},
    {Option::lexicon, "--lexicon", 0, "DIR", "Word lists that replace the built-in ones of the same name", "",
     "", true},
    {Option::threads, "--threads", 0, "N", "Worker threads, 0 for one a core; the output is always the same",
     "", "0"},
    {Option::since, "--since", 0, "DATE",
     "First day, inclusive: 2024-06-10, 2024-06, 2024, @today, @yesterday", "", ""},
    {Option::until, "--until", 0, "DATE", "Last day, inclusive; 2024-06 means to the end of June", "", ""},
    {Option::on, "--on", 0, "DATE", "Only this day, month or year", "", ""},
    {Option::as_of, "--as-of", 0, "TIME", "Use only what was published by then; a day means to its end, UTC",
     "", ""},
    {Option::policy, "--policy", 0, "POLICY", "Which figure stands when sources differ",
     "model|latest|official|conservative|gtd|acled|ucdp|ibc|range", "model"},
    {Option::policies, "--policies", 0, "", "What each policy would print, and where the choice matters", "",
     ""},
    {Option::event, "--event", 0, "ID", "Only this event", "", ""},
    {Option::kind, "--kind", 0, "KIND", "Only figures of this kind",
     "killed|injured|missing|captive|released|detained|displaced|trapped|rescued|sick|casualties|affected",
     ""},
    {Option::place, "--place", 0, "TEXT", "Only figures whose place contains TEXT, in any case of letters",
     "", ""},
    {Option::source, "--source", 0, "TEXT", "Only what a source or publisher containing TEXT says", "", ""},
    {Option::top, "--top", 0, "N", "At most so many days of the timeline", "", "20"},
    {Option::sentences, "--sentences", 0, "K", "At most so many sentences a day", "", "1"},
    {Option::keywords, "--keywords", 0, "A,B",
     "Only articles with at least one of these words; sentences that have one come first", "", ""},
    {Option::title, "--title", 0, "TEXT", "Title of the report", "", ""},
    {Option::licence, "--licence", 0, "TEXT", "Licence under which the report is given on, for its head", "",
     ""},
    {Option::history, "--history", 0, "", "Every change of every estimate instead of the register", "", ""},
    {Option::value, "--value", 0, "", "Print low,best,high of the headline estimate of --kind, for scripts",
     "", ""},
    {Option::kept, "--kept", 0, "",
     "Do not work it out: read what annals reconcile --db kept; with --history or --value", "", ""},
    {Option::timexes, "--timexes", 0, "",
     "Every expression of time instead: value, EDTF, anchor, other readings, rule", "", ""},
    {Option::limit, "--limit", 0, "N", "At most so many sentences", "", "20"},
    {Option::overrides, "--overrides", 0, "FILE",
     "Journal of editors' decisions; beside a store it is STORE.overrides", "", "", true},
    {Option::by, "--by", 0, "WHO", "Who decides: a name or initials", "", ""},
    {Option::reason, "--reason", 0, "TEXT", "Why, for whoever reads the journal", "", ""},
    {Option::dry_run, "--dry-run", 0, "", "Only show what would be recorded and what would change", "", ""},
    {Option::format, "--format", 'O', "FORMAT", "Output format; with -o it follows from the ending",
     "text|md|json|jsonl|csv|tsv", "text"},
    {Option::output, "--output", 'o', "FILE", "Write to FILE, which appears whole or not at all", "", "",
     true},
    {Option::color, "--color", 0, "WHEN", "Colour; auto is a terminal without NO_COLOR or ANNALS_NO_COLOR",
     "auto|always|never", "auto"},
    {Option::now, "--now", 0, "TIME", "Take this for the present time", "", ""},
    {Option::reproducible, "--reproducible", 0, "", "Leave out when the output was generated", "", ""},
    {Option::footnotes, "--footnotes", 0, "",
     "Write references as footnotes, each with an id of its own (md)", "", ""},
    {Option::fail_empty, "--fail-empty", 0, "", "Exit with 1 when no figure was found", "", ""},
    {Option::strict, "--strict", 0, "", "Exit with 3 when there was any warning", "", ""},
    {Option::quiet, "--quiet", 'q', "", "No warnings, no progress, no summary; errors only", "", ""},
    {Option::verbose, "--verbose", 'v', "", "Also print notes: files read, doubtful readings", "", ""},
    {Option::man, "--man", 0, "", "Print the manual page as roff", "", ""},
    {Option::markdown, "--markdown", 0, "", "Print the whole reference as Markdown", "", ""},
    {Option::help, "--help", 'h', "", "Print this help", "", ""},
}};

}  // namespace

const OptionRow& row_of(Option option) {
  return kRows.at(static_cast<std::size_t>(option));
}

}  // namespace annals
