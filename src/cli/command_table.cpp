#include "cli/command_table.hpp"

#include <algorithm>
#include <array>

#include "cli/commands.hpp"

namespace annals {

namespace {

constexpr std::array kPaths{
    Operand{"PATH", false, true, "An article, a file of articles or a folder; - is standard input", ""}};
constexpr std::array kClaimFiles{
    Operand{"CLAIMS", false, true, "A file with one claim a line (JSON Lines); - is standard input", ""}};
constexpr std::array kSearchOperands{
    Operand{"QUERY", true, false, "Words, \"a phrase\", AND, OR, NOT, prefix*", ""},
    Operand{"PATH", false, true, "An article, a file of articles or a folder; - is standard input", ""}};
constexpr std::array kHelpOperands{Operand{"VERB", false, false, "The verb to explain", "verbs"}};
constexpr std::array kCompletionOperands{
    Operand{"SHELL", true, false, "The shell to complete for", "bash|zsh|fish"}};

constexpr std::array kIngestExamples{
    Example{"annals ingest --db haiti.db news/", "keep articles; run it again when there are more"},
    Example{"annals ingest --db haiti.db --published 2010-01-13 - < page.txt", "one article from a pipe"}};
constexpr std::array kIngestOptions{Option::db,      Option::input_format, Option::published,
                                    Option::lexicon, Option::threads,      Option::strict,
                                    Option::quiet,   Option::verbose,      Option::help};

constexpr std::array kExtractExamples{
    Example{"annals extract article.html", "what one article says: dates, figures, who says it"},
    Example{"annals extract --format jsonl news.jsonl", "one JSON object an article, for other programs"}};
constexpr std::array kExtractOptions{
    Option::input_format, Option::published, Option::lexicon, Option::threads,      Option::format,
    Option::output,       Option::color,     Option::now,     Option::reproducible, Option::fail_empty,
    Option::strict,       Option::quiet,     Option::verbose, Option::help};

constexpr std::array kReportExamples{
    Example{"annals report news/ -o report.md", "the whole report of a folder of articles"},
    Example{"annals report news/ -o report.html", "one page with charts and filters, to open in a browser"},
    Example{"annals report --db haiti.db --as-of 2010-01-15",
            "what a reporter could have written that evening"}};
constexpr std::array kReportOptions{
    Option::db,        Option::input_format, Option::published, Option::lexicon,      Option::threads,
    Option::since,     Option::until,        Option::on,        Option::as_of,        Option::policy,
    Option::overrides, Option::event,        Option::kind,      Option::place,        Option::source,
    Option::top,       Option::sentences,    Option::keywords,  Option::title,        Option::licence,
    Option::format,    Option::output,       Option::now,       Option::reproducible, Option::footnotes,
    Option::color,     Option::fail_empty,   Option::strict,    Option::quiet,        Option::verbose,
    Option::help};

constexpr std::array kExportOptions{
    Option::db,        Option::input_format, Option::published, Option::lexicon,      Option::threads,
    Option::since,     Option::until,        Option::on,        Option::as_of,        Option::policy,
    Option::overrides, Option::event,        Option::kind,      Option::place,        Option::source,
    Option::top,       Option::sentences,    Option::keywords,  Option::title,        Option::licence,
    Option::format,    Option::output,       Option::now,       Option::reproducible, Option::fail_empty,
    Option::strict,    Option::quiet,        Option::verbose,   Option::help};

constexpr std::array kExportExamples{
    Example{"annals export news/ -o toll.hxl.csv", "for humanitarian tools; -o names the format"},
    Example{"annals export news/ -O timelinejs --top 20 > timeline.json", "slides of TimelineJS"},
    Example{"annals export --db haiti.db -o haiti.sqlite", "plain tables for Datasette"}};

constexpr std::array kTimelineExamples{
    Example{"annals timeline news/ --top 10", "the ten days that matter most"},
    Example{"annals timeline --db haiti.db --since 2010-01-12 --until 2010-01-20",
            "nine days, both ends included"},
    Example{"annals timeline news/ --keywords aid,relief --sentences 2", "only articles with these words"}};
constexpr std::array kTimelineOptions{
    Option::db,           Option::input_format, Option::published, Option::lexicon, Option::threads,
    Option::since,        Option::until,        Option::on,        Option::as_of,   Option::event,
    Option::kind,         Option::place,        Option::source,    Option::top,     Option::sentences,
    Option::keywords,     Option::format,       Option::output,    Option::color,   Option::now,
    Option::reproducible, Option::strict,       Option::quiet,     Option::verbose, Option::help};

constexpr std::array kFiguresExamples{
    Example{"annals figures news/ --kind killed", "who reported how many dead, and which figure stands"},
    Example{"annals figures news/ --kind killed --history", "how the toll changed, and why"},
    Example{"annals figures news/ --kind killed --as-of 2010-01-15 --value", "low,best,high for a script"},
    Example{"annals figures --db haiti.db --kept --history --as-of 2010-01-15",
            "what stood that day, at once, of a large store"}};
constexpr std::array kFiguresOptions{
    Option::db,        Option::input_format, Option::published,    Option::lexicon, Option::threads,
    Option::since,     Option::until,        Option::on,           Option::as_of,   Option::policy,
    Option::overrides, Option::event,        Option::kind,         Option::place,   Option::source,
    Option::history,   Option::value,        Option::kept,         Option::format,  Option::output,
    Option::color,     Option::now,          Option::reproducible, Option::strict,  Option::quiet,
    Option::verbose,   Option::help};

constexpr std::array kCompareExamples{
    Example{"annals compare news/ --kind killed", "who says what about the dead, side by side"},
    Example{"annals compare --db haiti.db --source ministry", "only what one source says"},
    Example{"annals compare news/ --policies", "what each policy would print, and where it matters"}};
constexpr std::array kConflictsExamples{
    Example{"annals conflicts news/", "figures that contradict each other, and sums that do not add up"},
    Example{"annals conflicts --db haiti.db --kind killed --format csv", "the same as a table"}};
constexpr std::array kAnomaliesExamples{
    Example{"annals anomalies news/ --kind killed", "drops, jumps, plateaus and silences of the toll"},
    Example{"annals anomalies --db haiti.db --format json", "the same for another program"}};
constexpr std::array kExplainExamples{
    Example{"annals explain news/ --kind killed", "the way from the toll to the sentences that carry it"},
    Example{"annals explain --db haiti.db --kind missing --as-of 2010-01-24", "the same for an earlier day"},
    Example{"annals explain --timexes article.txt", "why a date was read as it was"}};
constexpr std::array kExplainOptions{
    Option::db,           Option::input_format, Option::published, Option::lexicon, Option::threads,
    Option::since,        Option::until,        Option::on,        Option::as_of,   Option::policy,
    Option::overrides,    Option::event,        Option::kind,      Option::place,   Option::source,
    Option::timexes,      Option::format,       Option::output,    Option::color,   Option::now,
    Option::reproducible, Option::strict,       Option::quiet,     Option::verbose, Option::help};
constexpr std::array kCompareOptions{
    Option::db,           Option::input_format, Option::published, Option::lexicon, Option::threads,
    Option::since,        Option::until,        Option::on,        Option::as_of,   Option::policy,
    Option::policies,     Option::overrides,    Option::event,     Option::kind,    Option::place,
    Option::source,       Option::format,       Option::output,    Option::color,   Option::now,
    Option::reproducible, Option::strict,       Option::quiet,     Option::verbose, Option::help};

constexpr std::array kDiffOperands{
    Operand{"A", true, false, "A report as JSON, a store, articles, or a day of --db or of the PATHs", ""},
    Operand{"B", false, false, "The same; without it a day is compared with all that is known", ""},
    Operand{"PATH", false, true, "Articles, where A is a day", ""}};
constexpr std::array kDiffExamples{
    Example{"annals diff monday.json tuesday.json", "two reports written with -o NAME.json"},
    Example{"annals diff @yesterday --db haiti.db", "what is new since yesterday, and why"},
    Example{"annals diff 2010-01-15 2010-01-20 --db haiti.db -O json", "two days of one store"}};
constexpr std::array kDiffOptions{
    Option::db,           Option::input_format, Option::published, Option::lexicon, Option::threads,
    Option::policy,       Option::overrides,    Option::event,     Option::kind,    Option::place,
    Option::source,       Option::format,       Option::output,    Option::color,   Option::now,
    Option::reproducible, Option::strict,       Option::quiet,     Option::verbose, Option::help};

constexpr std::array kCheckOperands{
    Operand{"REPORT", true, false, "A Markdown report, as annals wrote it or edited since", ""},
    Operand{"PATH", false, true, "The articles it was made of", ""}};
constexpr std::array kCheckExamples{
    Example{"annals check report.md news/", "each quote verbatim, each figure supported"},
    Example{"annals check report.md --db haiti.db --as-of 2010-01-24", "as of another day than it says"}};
constexpr std::array kCheckOptions{
    Option::db,     Option::input_format, Option::published, Option::lexicon, Option::threads, Option::as_of,
    Option::policy, Option::overrides,    Option::format,    Option::output,  Option::color,   Option::now,
    Option::strict, Option::quiet,        Option::verbose,   Option::help};

constexpr std::array kBriefExamples{
    Example{"annals brief --since @yesterday --db haiti.db", "what the next shift has to know"},
    Example{"annals brief --since 2010-01-15T18:00Z news/", "since six in the evening, UTC"}};
constexpr std::array kBriefOptions{
    Option::db,     Option::input_format, Option::published, Option::lexicon, Option::threads, Option::since,
    Option::as_of,  Option::policy,       Option::overrides, Option::event,   Option::kind,    Option::place,
    Option::source, Option::format,       Option::output,    Option::color,   Option::now,     Option::strict,
    Option::quiet,  Option::verbose,      Option::help};

constexpr std::array kReconcileExamples{
    Example{"annals reconcile claims.jsonl", "how the estimates of a sheet of claims changed"},
    Example{"annals reconcile --policy range --format csv claims.jsonl", "the same as a table"},
    Example{"annals reconcile --db haiti.db", "keep what stood when, for figures --kept"}};
constexpr std::array kReconcileOptions{
    Option::db,           Option::as_of,  Option::policy, Option::overrides, Option::event, Option::kind,
    Option::place,        Option::source, Option::format, Option::output,    Option::color, Option::now,
    Option::reproducible, Option::strict, Option::quiet,  Option::verbose,   Option::help};

constexpr std::array kSearchExamples{
    Example{"annals search --db haiti.db 'mass AND grave*'", "sentences with both words"},
    Example{"annals search '\"state of emergency\"' news/ --limit 5", "a phrase, in a folder"}};
constexpr std::array kSearchOptions{
    Option::db,           Option::input_format, Option::published, Option::lexicon, Option::threads,
    Option::since,        Option::until,        Option::on,        Option::as_of,   Option::source,
    Option::limit,        Option::format,       Option::output,    Option::color,   Option::now,
    Option::reproducible, Option::strict,       Option::quiet,     Option::verbose, Option::help};

constexpr std::array kDecided{
    Operand{"FIGURE", true, false, "Id of a figure, as reports print it, or expect", ""},
    Operand{"CHANGE", true, true, "FIELD=VALUE, or reject, or accept; after them PATHs, without --db", ""}};
constexpr std::array kLine{
    Operand{"LINE", false, false, "Line of the journal; the last decision when it is not given", ""}};
constexpr std::array kSetExamples{
    Example{"annals set --db haiti.db a12#3 scope=total --by MK --reason 'clarified by phone'",
            "the figure is a running total"},
    Example{"annals set --db haiti.db a12#4 reject --by MK --reason 'another event'", "never used again"},
    Example{"annals set --db haiti.db expect killed=111481 on=2010-01-23 --by MK", "checked on every run"}};
constexpr std::array kSetOptions{Option::db,      Option::input_format, Option::published, Option::lexicon,
                                 Option::threads, Option::as_of,        Option::policy,    Option::overrides,
                                 Option::by,      Option::reason,       Option::dry_run,   Option::now,
                                 Option::strict,  Option::quiet,        Option::verbose,   Option::help};
constexpr std::array kUndoExamples{
    Example{"annals undo --db haiti.db --by MK", "the last decision no longer counts"},
    Example{"annals undo 14 --overrides haiti.overrides --by MK --reason 'wrong figure'", "that of line 14"}};
constexpr std::array kUndoOptions{Option::db,     Option::overrides, Option::by,
                                  Option::reason, Option::dry_run,   Option::now,
                                  Option::quiet,  Option::verbose,   Option::help};
constexpr std::array kReviewExamples{
    Example{"annals review --db haiti.db", "what to look at first"},
    Example{"annals review --db haiti.db --by MK", "the same one by one, in a terminal"}};
constexpr std::array kReviewOptions{
    Option::db,     Option::input_format, Option::published, Option::lexicon, Option::threads, Option::as_of,
    Option::policy, Option::overrides,    Option::event,     Option::kind,    Option::place,   Option::source,
    Option::limit,  Option::by,           Option::dry_run,   Option::format,  Option::output,  Option::color,
    Option::now,    Option::reproducible, Option::strict,    Option::quiet,   Option::verbose, Option::help};

constexpr std::array kHelpExamples{Example{"annals help timeline", "the same as annals timeline --help"},
                                   Example{"annals help --man | man -l -", "the manual page"}};
constexpr std::array kHelpOptions{Option::man, Option::markdown, Option::help};
constexpr std::array kCompletionExamples{
    Example{"source <(annals completion bash)", "complete verbs, options and values in this shell"}};
constexpr std::array kCompletionOptions{Option::help};

constexpr std::array kCommands{
    Command{
        "ingest", "Keep articles in a store, each once",
        "Reads articles and keeps them, with what they say, in a store: one SQLite file, made when missing. "
        "An article that the store already holds is not read again; other content at a known address is kept "
        "as a new version beside the old one. A run that is interrupted leaves a sound store and can be "
        "repeated.",
        kIngestExamples, kPaths, kIngestOptions, run_ingest},
    Command{"extract", "Print what each article says: dates, figures, claims",
            "One article after the other, in the order given. Memory is that of a few articles, however "
            "large the "
            "input.",
            kExtractExamples, kPaths, kExtractOptions, run_extract},
    Command{
        "report", "Write the whole report: key figures, timeline, register, sources",
        "A Markdown report with key figures, timeline, figures over time, disagreements, sources and quotes; "
        "or "
        "the same as one HTML page that asks nothing of the network, with charts, filters and what was known "
        "when; or its charts alone as SVG. "
        "--since, --until and --on choose the days of the timeline; the other filters choose which figures "
        "are shown, never which are counted.",
        kReportExamples, kPaths, kReportOptions, run_report, "md", "md|html|svg|text|json|jsonl|csv|tsv"},
    Command{
        "export", "Write the report as data for another program",
        "The same report as other programs read it. csv, tsv, json and jsonl hold every figure; hxl every "
        "change of an estimate; timelinejs, mermaid and ics the days and the changes of the toll; geojson "
        "what stands, place by place; sqlite plain tables of all of it. Options as for report.",
        kExportExamples, kPaths, kExportOptions, run_export, "json",
        "json|jsonl|csv|tsv|hxl|timelinejs|mermaid|ics|geojson|sqlite"},
    Command{
        "timeline", "Show what happened, day by day",
        "The days that most articles speak of, each with the sentences that tell it best. --source keeps "
        "articles whose publisher contains the text, --kind sentences with a count of that kind, --place "
        "sentences that name it. Approximate and open dates are written in EDTF: 2010-01-15~, ../2010-01-20.",
        kTimelineExamples, kPaths, kTimelineOptions, run_timeline},
    Command{"figures", "Show who reported how many, and which figure stands",
            "The register: one line a reported figure. With --history, one line a change of an estimate. "
            "With --kept, and a day, one line a series: what stood then. --since, "
            "--until and --on choose by the day of the report. Filters choose what is shown, never what is "
            "counted.",
            kFiguresExamples, kPaths, kFiguresOptions, run_figures},
    Command{
        "compare", "Set the figures of the sources side by side",
        "For each event and kind, what each source says and since when. Filters choose what is shown, never "
        "what is counted. --policies shows what each policy would print instead, and where the choice "
        "changes "
        "the answer.",
        kCompareExamples, kPaths, kCompareOptions, run_compare},
    Command{"conflicts", "List the figures that contradict each other",
            "Rivals of one series, denials, parts that are larger than their whole, and sums that do not add "
            "up, of "
            "what stands now or on the day of --as-of. Exit code 1 when there are none.",
            kConflictsExamples, kPaths, kExplainOptions, run_conflicts},
    Command{"anomalies", "List what is odd in the course of the tolls",
            "Falls of a count that only grows, sudden jumps, plateaus, additions that do not fit and sources "
            "that "
            "fell silent, each with its cause or as unexplained. Exit code 1 when there are none.",
            kAnomaliesExamples, kPaths, kExplainOptions, run_anomalies},
    Command{
        "explain", "Show why a number stands, down to the quotes",
        "For each estimate the sentences that carry it, and the figures that were set aside with the reason "
        "why. Filters choose what is shown, never what is counted. With --timexes instead every expression "
        "of "
        "time of the articles: what it was read as, what it was counted from, what else it may mean, and the "
        "line of the word lists that read it; filters have no part in it.",
        kExplainExamples, kPaths, kExplainOptions, run_explain},
    Command{
        "check", "Check a report, edited or not, against the articles",
        "Each quote has to be verbatim in its article, each count of people harmed has to be one that was "
        "reported by the time the report says it is as of, each key figure has to stand. What does not "
        "hold is printed as FILE:LINE: MESSAGE, with exit code 1. Time and policy are those of the report's "
        "front matter unless given.",
        kCheckExamples, kCheckOperands, kCheckOptions, run_check, "text", "text|json"},
    Command{
        "brief", "Show on one screen what is new since a moment",
        "For the hand-over of a shift: tolls that changed, disputes, retractions and new events since then, "
        "each with its cause, the days told of, what is open, and where to look next. At most 24 lines.",
        kBriefExamples, kPaths, kBriefOptions, run_brief, "text", "text|md|json"},
    Command{
        "diff", "Show what differs between two runs, and why",
        "New, revised, withdrawn and newly disputed figures of two reports, stores, folders or days, each "
        "with its cause: a new article, an article that was edited or is gone, an editor's override, "
        "another policy, or rules that changed. Exit code 0: the same, 1: different, 2 and up: trouble.",
        kDiffExamples, kDiffOperands, kDiffOptions, run_diff},
    Command{"reconcile", "Reconcile claims written down by hand or by another program",
            "Reads claims, one JSON object a line: {\"id\", \"event\", \"kind\", \"value\" or \"low\" and "
            "\"high\", "
            "\"bound\", \"frame\", \"place\", \"source\", \"source_kind\", \"published\", \"part_of\"}. "
            "Prints every "
            "change of every estimate with its reason. With --db instead it keeps in the store what stood "
            "when, of all its articles; what an earlier keeping held otherwise stays, closed.",
            kReconcileExamples, kClaimFiles, kReconcileOptions, run_reconcile},
    Command{"search", "Find sentences in the articles",
            "Full-text search with SQLite's FTS5 query language, best first. --source keeps articles whose "
            "publisher contains the text.",
            kSearchExamples, kSearchOperands, kSearchOptions, run_search},
    Command{
        "review", "Show what an editor should look at first",
        "The queue of doubts, most consequential first: decisions that no longer fit their sentence, "
        "expectations that failed, rivals that were not chosen, tolls that rest on one source. With --by in "
        "a terminal it asks one by one and records the answers in the journal.",
        kReviewExamples, kPaths, kReviewOptions, run_review, "text", "text|json|jsonl"},
    Command{
        "set", "Record an editor's decision about a figure",
        "Adds a line to the journal of overrides, which every later run applies, and shows what changes. "
        "FIELD is kind, value, low, high, bound, unit, scope, frame, part, more, part_of, victims, place, "
        "region, source, source_kind or date. A decision about a sentence that has changed since is told "
        "as stale and not applied. `expect KIND=N` with on=DAY, event=, place= or part_of= is checked on "
        "every run.",
        kSetExamples, kDecided, kSetOptions, run_set},
    Command{"undo", "Take a decision back",
            "Adds a line to the journal saying that an earlier line no longer counts; nothing is erased.",
            kUndoExamples, kLine, kUndoOptions, run_undo},
    Command{"help", "Explain the program or a verb", "Without VERB: the verbs, exit codes and environment.",
            kHelpExamples, kHelpOperands, kHelpOptions, run_help},
    Command{"completion", "Print completions for a shell",
            "Prints a script for the shell to read; `cmake --install` puts them where the shells look.",
            kCompletionExamples, kCompletionOperands, kCompletionOptions, run_completion},
};

}  // namespace

std::span<const Command> commands() {
  return kCommands;
}

const Command* find_command(std::string_view name) {
  const auto it = std::ranges::find(kCommands, name, &Command::name);
  return it == kCommands.end() ? nullptr : &*it;
}

bool takes(const Command& command, Option option) {
  return std::ranges::find(command.options, option) != command.options.end();
}

OptionRow row_for(const Command& command, Option option) {
  OptionRow row = row_of(option);
  if (option == Option::format) {
    row.choices = command.formats;
    row.fallback = command.default_format;
  }
  if (option == Option::since && command.name == "brief") {
    row.help = "Tell what became known since: a time, or the start of a day";
    row.fallback = "@yesterday";
  }
  if (option == Option::db && command.name == "ingest") row.help = "The store to keep the articles in";
  return row;
}

}  // namespace annals
