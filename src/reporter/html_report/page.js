// What scripts add to a page that can be read without them: search and filters with their state in the address,
// the slider over what was known when, quotes beside the text, steps along a chart, sorted tables. Of long
// lists only what somebody looks at is made into elements; the rest waits as text.
const begin = () => {
  "use strict";
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const make = (name, fields = {}, ...children) => {
    const element = Object.assign(document.createElement(name), fields);
    element.append(...children);
    return element;
  };
  const parsed = (markup) => {
    const template = document.createElement("template");
    template.innerHTML = markup;
    return template.content.firstElementChild;
  };
  const data = JSON.parse(one("#page-data").textContent);
  const form = one("#filters");
  const slider = one("#asof");
  const latest = data.moments.length - 1;
  const CHOICES = {measure: "m", place: "p", source: "s", status: "t", confidence: "g"};
  const STEP = 200;  // rows of a list at once, and entries of the timeline that are unfolded at once
  const MOST_PRINTED = 5000;
  const number = (n) => n.toLocaleString("en");
  const day_of = (seconds) => new Date(seconds * 1000).toISOString().slice(0, 10);

  // --- items: rows and entries, as elements or as lines that wait ---
  const element_of = (it) => (it.element ??= parsed(it.line));
  const mark_of = (it, key) => {
    if (key === "t" && it.then) return it.then.place;
    if (it.element) return it.element.dataset[key] ?? null;
    const name = ` data-${key}="`;
    const at = it.line.indexOf(name);
    return at < 0 ? null : it.line.slice(at + name.length, it.line.indexOf('"', at + name.length));
  };
  const ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'"};
  const text_of = (it) => (it.text ??= (it.element ? it.element.textContent
      : it.line.replace(/<[^>]*>/g, "").replace(/&(amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity])).toLowerCase());
  const id_of = (it) => (it.element ? it.element.id : /^<\w+ id="([^"]*)"/.exec(it.line)?.[1]);

  // --- groups: a month, a register, the sources, fifty quotes ---
  // `body` holds the items; `waits` the lines of those that are no elements yet.
  const group_of = (kind, host, body, waits, after) => {
    const group = {kind, host, body, waits, after, from: 0, to: STEP, passing: null, sorted: null, pager: null};
    if (host.localName === "details") {
      group.open = host.open;
      host.addEventListener("toggle", () => draw(group));
    }
    return group;
  };
  const items_of = (group) => {
    if (!group.items) {
      group.items = [...group.body.children].map((element) => ({element}));
      if (group.waits) {
        // Text of articles has no "<" of its own: a line begins where an element does.
        const lines = group.waits.textContent.split(/\n(?=<(?:li|tr)[ >])/);
        for (let i = 1; i < lines.length; ++i) group.items.push({line: lines[i]});
      }
    }
    return group.items;
  };
  const patch = (it) => {
    if ((it.patched ?? null) === (it.then ?? null)) return;
    it.patched = it.then;
    it.original ??= it.element.innerHTML;
    it.element.innerHTML = it.original;
    if (!it.then) return;
    const [label, reason, bold] = data.standings[it.then.standing];
    const cells = it.element.cells;
    const standing = one(".standing", cells[7]);
    standing.textContent = label;
    standing.className = "standing " + reason;
    const value = cells[2].textContent;
    cells[2].replaceChildren(bold ? make("b", {textContent: value}) : value);
    const via = cells[5].textContent.replace(/ ?x\d+$/, "");
    cells[5].textContent = it.then.prints > 1 ? `${via}${via ? " " : ""}x${it.then.prints}` : via;
  };
  const draw = (group) => {
    if (group.host.localName === "details" && !group.host.open) return;
    const passing = group.passing ?? items_of(group);
    const shown = passing.slice(group.from, group.to);
    const there = group.body.children;
    if (there.length !== shown.length || shown.some((it, i) => it.element !== there[i])) group.body.replaceChildren(...shown.map(element_of));
    if (!group.body.isConnected) group.waits.replaceWith(group.body);
    shown.forEach(patch);
    group.pager?.remove();
    group.pager = null;
    if (shown.length === passing.length) return;
    const button = (words, act) => {
      const element = make("button", {type: "button", textContent: words});
      element.addEventListener("click", () => {
        act();
        draw(group);
      });
      return element;
    };
    group.pager = make("p", {className: "pager"}, `${number(group.from + 1)} to ${number(group.from + shown.length)} of ${number(passing.length)} `);
    if (group.from > 0) group.pager.append(button("Show earlier", () => (group.from = Math.max(0, group.from - STEP))));
    if (group.from + shown.length < passing.length) group.pager.append(button("Show more", () => (group.to += STEP)));
    (group.after ?? group.body).after(group.pager);
  };
  const table_group = (kind, host) => {
    const frame = one(".wide", host);
    const waits = frame.nextElementSibling?.localName === "noscript" ? frame.nextElementSibling : null;
    const group = group_of(kind, host, one("tbody", frame), waits, frame);
    dress(one("table", frame), group);
    return group;
  };
  const folded_group = (kind, tag, name) => (host) => {
    const waits = one("noscript", host);
    return group_of(kind, host, one(tag, host) ?? make(tag, {className: name}), waits, null);
  };

  // --- sorted tables ---
  const dress = (table, group) => {
    const heads = all("thead th", table);
    heads.forEach((head, column) => {
      const button = make("button", {type: "button", className: "sort", textContent: head.textContent});
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const up = head.getAttribute("aria-sort") !== "ascending";
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", up ? "ascending" : "descending");
        if (group) {
          group.sorted = {column, up};
          group.from = 0;
          apply();
        } else {
          const rows = [...table.tBodies[0].rows];
          table.tBodies[0].append(...in_order(rows, (row) => row, {column, up}));
        }
      });
    });
  };
  const collator = new Intl.Collator("en", {numeric: true});
  const in_order = (items, row_of, {column, up}) => items
      .map((it) => [row_of(it).cells[column].textContent.replace(/(\d),(?=\d)/g, "$1").replace(/^(at least|more than|about|up to|fewer than) /, ""), it])
      .sort((a, b) => (up ? collator.compare(a[0], b[0]) : collator.compare(b[0], a[0]))).map((pair) => pair[1]);

  const months = all(".month").map(folded_group("entries", "ol", ""));
  for (const month of months) {
    month.label = one(".of", month.host);
    month.words = month.label.textContent;
    month.count = Number(month.words.replace(/\D/g, ""));
  }
  const registers = all(".register").map((host) => table_group("figures", host));
  const sources = all("#sources,#voices").map((host) => table_group("sources", host));
  const quotes = all(".quoted").map(folded_group("quotes", "ul", "quotes"));
  const steps = all(".steps").map((host) => table_group("steps", host));
  const groups = [...months, ...registers, ...sources, ...steps, ...quotes];
  all("#places table,#others table").forEach((table) => dress(table, null));

  // Where each name is, whether there is an element of it or not; built when first asked for.
  let places = null;
  const place_of = (id) => {
    if (!places) {
      places = new Map();
      for (const group of groups) {
        for (const it of items_of(group)) {
          const its = id_of(it);
          if (its) places.set(its, {group, it});
        }
      }
    }
    return places.get(id);
  };

  // --- filters ---
  const state_of_form = () => {
    const state = {};
    for (const name of ["q", ...Object.keys(CHOICES)]) {
      const value = form.elements[name].value.trim();
      if (value) state[name] = value;
    }
    if (Number(slider.value) < latest) state.asof = day_of(data.moments[slider.value]);
    return state;
  };
  const passes = (it, strict, wanted, words, moment) => {
    if (moment !== null) {
      const known = mark_of(it, "k");
      if (known !== null && Number(known) > moment) return false;
    }
    for (const [key, place] of wanted) {
      const marks = mark_of(it, key);
      if (marks === null ? strict : marks !== place && !marks.split(" ").includes(place)) return false;
    }
    return !strict || words.every((word) => text_of(it).includes(word));
  };
  const SINGLE = ".tile,.card,.panel,.changes li,#places tbody tr,#others tbody tr";
  const figure_count = data.figures;
  const entry_count = months.reduce((sum, month) => sum + month.count, 0);

  const apply = () => {
    const state = state_of_form();
    const moment = Number(slider.value) < latest ? data.moments[slider.value] : null;
    const wanted = Object.keys(CHOICES).filter((name) => state[name])
        .map((name) => [CHOICES[name], String(form.elements[name].selectedIndex - 1)]);
    const words = (state.q || "").toLowerCase().split(/\s+/).filter(Boolean);
    const filtered = moment !== null || wanted.length > 0 || words.length > 0;
    go_back_to(moment);
    const shown = {entries: 0, figures: 0, sources: 0, steps: 0};
    for (const group of groups) {
      if (group.kind === "quotes") continue;
      const strict = group.kind === "entries" || group.kind === "figures";
      group.passing = filtered ? items_of(group).filter((it) => passes(it, strict, wanted, words, moment)) : null;
      if (group.sorted) group.passing = in_order(group.passing ?? items_of(group), element_of, group.sorted);
      if (filtered) shown[group.kind] += group.passing.length;
      if (group.passing && group.from >= group.passing.length) group.from = 0;
      group.to = Math.max(group.to, group.from + STEP);
    }
    fold(filtered);
    for (const group of registers) group.host.hidden = filtered && group.passing.length === 0;
    groups.forEach(draw);
    for (const element of all(SINGLE)) element.hidden = !passes({element}, false, wanted, words, moment);
    one("#count").textContent = filtered
        ? `${number(shown.entries)} of ${number(entry_count)} shown, ${number(shown.figures)} of ${number(figure_count)} figures`
        : `${number(entry_count)} ${entry_count === 1 ? "entry" : "entries"}, ${number(figure_count)} ${figure_count === 1 ? "figure" : "figures"}`;
  };
  const fold = (filtered) => {
    let open = 0;
    for (const month of months) {
      const shown = filtered ? month.passing.length : month.count;
      month.host.hidden = shown === 0;
      month.label.textContent = filtered ? `${number(shown)} of ${month.words}` : month.words;
      month.host.open = filtered ? shown > 0 && (open === 0 || open + shown <= STEP) : month.open;
      if (month.host.open) open += shown;
    }
  };

  // --- the state in the address: #source=Reuters&asof=2010-01-15&at=e-20100112-a ---
  const write_address = (at) => {
    const state = state_of_form();
    if (at) state.at = at;
    const hash = Object.keys(state).length ? "#" + new URLSearchParams(state) : "";
    history.replaceState(null, "", location.href.split("#")[0] + hash);
  };
  const set_form = (params) => {
    for (const name of ["q", ...Object.keys(CHOICES)]) form.elements[name].value = params.get(name) || "";
    for (const name of Object.keys(CHOICES)) if (form.elements[name].selectedIndex < 0) form.elements[name].value = "";
    const asof = params.get("asof");
    let place = latest;
    if (asof) while (place > 0 && day_of(data.moments[place]) > asof) --place;
    slider.value = place;
  };
  const reveal = (id) => {
    if (!id) return;
    let element = document.getElementById(id);
    const place = element && !element.closest("[hidden]") ? null : place_of(id);
    if (place && place.group.passing && !place.group.passing.includes(place.it) || element?.closest("[hidden]")) {
      set_form(new URLSearchParams());
      apply();
    }
    if (place) {
      const {group, it} = place;
      if (group.host.localName === "details") group.host.open = true;
      const at = (group.passing ?? items_of(group)).indexOf(it);
      if (at < group.from || at >= group.to) {
        group.from = at - at % STEP;
        group.to = group.from + STEP;
      }
      draw(group);
      element = element_of(it);
    }
    if (!element) return;
    for (let at = element.closest("details"); at; at = at.parentElement.closest("details")) at.open = true;
    all(".here").forEach((other) => other.classList.remove("here"));
    element.classList.add("here");
    element.scrollIntoView();
  };
  const read_address = () => {
    const hash = location.hash.slice(1);
    if (hash.includes("=")) {
      const params = new URLSearchParams(hash);
      set_form(params);
      apply();
      reveal(params.get("at"));
    } else if (hash) {
      reveal(decodeURIComponent(hash));
      if (Object.keys(state_of_form()).length) write_address(decodeURIComponent(hash));
    } else {
      set_form(new URLSearchParams());
      apply();
    }
  };

  // --- what was known when ---
  const now = {};
  const section_of = (name) => (name === "state" ? one("main>.state") : document.getElementById(name) ?? one(`[data-then=${name}]`));
  const figures = registers.length && data.rows.length ? registers.flatMap(items_of) : [];
  const place_of_status = new Map([...form.elements.status.options].map((option, place) => [option.value, String(place - 1)]));
  const at_moment = (states, moment) => states.findLast((state) => state[0] <= moment);
  let shown_moment = null;
  const go_back_to = (moment) => {
    const index = Number(slider.value);
    const day = latest >= 0 ? day_of(data.moments[index]) : "";
    one("#asof-day").textContent = day;
    slider.setAttribute("aria-valuetext", day);
    if (moment === shown_moment) return;
    shown_moment = moment;
    const note = one("#back-then");
    note.hidden = moment === null;
    if (moment !== null) {
      note.textContent = `Shown as it stood at the end of ${day}, as a report as of that day says it. The timeline is chosen from what is known now; what was told later is hidden.` +
          (data.told ? "" : ` Disagreements and the status of each report are those of ${day_of(data.moments[latest])}.`);
    }
    for (const [name, states] of Object.entries(data.sections)) {
      const old = section_of(name);
      now[name] ??= old;
      let fresh = now[name];
      if (moment !== null) {
        const state = at_moment(states, index);
        fresh = state && parsed(state[1].map((line) => data.lines[line]).join(""));
        if (!fresh) {
          fresh = make("section", {hidden: true});
          fresh.dataset.then = name;
        }
        all("table", fresh).forEach((table) => dress(table, null));
      }
      if (fresh !== old) old.replaceWith(fresh);
    }
    for (const link of all("#sections a")) {
      const target = document.getElementById(link.hash.slice(1));
      link.parentElement.hidden = !target || target.hidden;
    }
    for (const [row, states] of data.rows) {
      const state = moment === null ? null : at_moment(states, index);
      figures[row].then = state ? {standing: state[1], prints: state[2], place: place_of_status.get(data.standings[state[1]][0]) ?? "none"} : null;
    }
    for (const dot of all("use[data-h]")) dot.classList.toggle("h", moment === null || moment >= Number(dot.dataset.h));
    for (const chart of all("svg.chart")) {
      all(".veil,.then", chart).forEach((old) => old.remove());
      if (moment === null) continue;
      const {t0, t1} = chart.dataset;
      const x = Math.max(0, Math.min(100, 100 * (moment - t0) / (t1 - t0)));
      const trace = (name, fields) => {
        const shape = document.createElementNS("http://www.w3.org/2000/svg", name);
        for (const [key, value] of Object.entries(fields)) shape.setAttribute(key, value);
        chart.append(shape);
      };
      trace("rect", {class: "veil", x: x + "%", width: 100 - x + "%", y: 0, height: 180});
      trace("line", {class: "then", x1: x + "%", x2: x + "%", y1: 0, y2: 180});
    }
  };

  // --- quotes beside the text ---
  const is_quote = (id) => place_of(id)?.group.kind === "quotes";
  let opener = null;
  const close_panel = () => {
    one("#panel")?.remove();
    opener?.focus();
    opener = null;
  };
  const show_quote = (id, from) => {
    if (!is_quote(id)) return;
    one("#panel")?.remove();
    opener = from;
    const copy = element_of(place_of(id).it).cloneNode(true);
    copy.removeAttribute("id");
    const close = make("button", {type: "button", textContent: "Close"});
    close.addEventListener("click", close_panel);
    const panel = make("aside", {id: "panel"}, make("h2", {textContent: "Quote " + id, id: "panel-h"}), make("ul", {}, copy), close);
    panel.setAttribute("aria-labelledby", "panel-h");
    document.body.append(panel);
    close.focus();
  };
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const dot = event.target.closest("[data-q]");
    if (dot) return show_quote(dot.dataset.q, document.activeElement);
    const mark = event.target.closest("[data-e]");
    if (mark) location.hash = mark.dataset.e;
    const link = event.target.closest("a.ref");
    const id = link && link.hash.slice(1);
    if (link && is_quote(id)) {
      event.preventDefault();
      show_quote(id, link);
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && one("#panel")) close_panel();
  });

  // --- the same charts on a scale of logarithms ---
  const log = one("#log");
  const unfold_logs = () => {
    const waiting = log?.checked ? all(".panel>noscript") : [];
    waiting.forEach((waits) => waits.replaceWith(parsed(waits.textContent)));
    if (!waiting.length) return;
    shown_moment = undefined;
    apply();
  };
  log?.addEventListener("change", unfold_logs);

  // --- steps along a chart, for those without a pointer ---
  for (const figure of all(".panel")) {
    const walk = one(".walk", figure);
    const said = one("p", walk);
    let at = -1;
    const step = (by) => {
      const chart = all("svg.chart", figure).find((svg) => getComputedStyle(svg).display !== "none");
      const dots = all("use[data-q]", chart).sort((a, b) => a.dataset.k - b.dataset.k);
      if (!dots.length) return;
      at = Math.max(0, Math.min(dots.length - 1, at + by));
      all("use.on", figure).forEach((dot) => dot.classList.remove("on"));
      dots[at].classList.add("on");
      const name = dots[at].dataset.q;
      said.replaceChildren(`${at + 1} of ${dots.length}. ${one("title", dots[at]).textContent} `,
                           make("a", {className: "ref", href: "#" + name, textContent: name}));
    };
    one(".back", walk).addEventListener("click", () => step(-1));
    one(".on", walk).addEventListener("click", () => step(1));
    walk.hidden = !one("use[data-q]", figure);
  }

  // --- what is shown, as a file ---
  // A spreadsheet must not take a cell for a formula.
  const cell = (text) => '"' + text.trim().replace(/^[=+\-@\t\r]/, "'$&").replace(/"/g, '""') + '"';
  const save = (name, rows) => {
    const blob = new Blob([rows.map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n"], {type: "text/csv"});
    const link = make("a", {href: URL.createObjectURL(blob), download: name});
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };
  const shown_of = (group) => group.passing ?? items_of(group);
  const rows_of_register = () => registers.flatMap((group, index) => {
    const measure = one("h3", group.host).textContent;
    const rows = shown_of(group).map((it) => {
      element_of(it);
      patch(it);
      return [measure, ...[...it.element.cells].map((td) => td.textContent)];
    });
    return index ? rows : [["Measure", ...all("th", group.host).map((th) => th.textContent)], ...rows];
  });
  const rows_of_timeline = () => [["name", "date", "text", "references"], ...months.flatMap(shown_of).map(element_of).map((element) =>
      [element.id, one(".day", element).textContent, one("span", element).textContent, all(".ref", element).map((a) => a.textContent).join(" ")])];
  for (const button of all("[data-save]")) {
    const what = button.dataset.save;
    button.addEventListener("click", () => save(`${what}-shown.csv`, what === "register" ? rows_of_register() : rows_of_timeline()));
  }

  // --- paper has no folds ---
  let folded = [];
  addEventListener("beforeprint", () => {
    const whole = groups.reduce((sum, group) => sum + shown_of(group).length, 0) <= MOST_PRINTED;
    folded = all("details:not([open])");
    folded.forEach((details) => (details.open = true));
    for (const group of groups) {
      if (whole) [group.from, group.to] = [0, Infinity];
      draw(group);
    }
  });
  addEventListener("afterprint", () => {
    folded.forEach((details) => (details.open = false));
    for (const group of groups) group.to = group.from + STEP;
  });

  // --- begin ---
  const head = one("header");
  new ResizeObserver(() => document.documentElement.style.setProperty("--head", head.offsetHeight + "px")).observe(head);
  const toggle = one("#filter-toggle");
  toggle.addEventListener("click", () => toggle.setAttribute("aria-expanded", String(form.classList.toggle("open"))));
  one("#shown-only").hidden = false;
  slider.max = Math.max(latest, 0);
  slider.value = slider.max;
  slider.closest("label").hidden = latest < 1;
  let waiting = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      apply();
      write_address();
    }, 120);
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    set_form(new URLSearchParams());
    apply();
    write_address();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", read_address);
  apply();
  unfold_logs();
  if (location.hash) read_address();
  // While nobody asks, what a search will look at is made ready.
  const ready = groups.filter((group) => group.kind === "entries" || group.kind === "figures");
  const prepare = (deadline) => {
    while (ready.length && deadline.timeRemaining() > 4) items_of(ready.shift()).forEach(text_of);
    if (ready.length) requestIdleCallback(prepare);
  };
  if (window.requestIdleCallback) requestIdleCallback(prepare);
  document.documentElement.dataset.ready = "";
};
// The page can be read before any of this has run: it is shown first.
if (document.hidden) begin();
else requestAnimationFrame(() => setTimeout(begin));
