// What scripts add to a page that can be read without them: search and filters with their state in the address,
// the slider over what was known when, quotes beside the text, steps along a chart, sorted tables.
const begin = () => {
  "use strict";
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const make = (name, fields = {}, ...children) => {
    const element = Object.assign(document.createElement(name), fields);
    element.append(...children);
    return element;
  };
  const data = JSON.parse(one("#page-data").textContent);
  const form = one("#filters");
  const slider = one("#asof");
  const latest = data.moments.length - 1;
  const CHOICES = {measure: "m", place: "p", source: "s", status: "t"};
  const OPEN = 200;  // entries of the timeline that are unfolded at once

  // --- what can be shown and hidden ---
  const item = (element, strict) => ({element, strict, shown: true, text: null});
  const entries = all("#timeline li[id]").map((element) => item(element, true));
  const figures = all("#register tbody tr").map((element) => item(element, true));
  const others = all(".tile,.card,.panel,.changes li,#places tbody tr,#others tbody tr,#sources tbody tr,.panel tbody tr")
      .map((element) => item(element, false));
  const months = all(".month").map((element) =>
      ({element, open: element.open, label: one(".of", element), text: one(".of", element).textContent, entries: []}));
  {
    const month_of = new Map(months.map((month) => [month.element, month]));
    for (const entry of entries) month_of.get(entry.element.closest(".month")).entries.push(entry);
  }

  const state_of_form = () => {
    const state = {};
    for (const name of ["q", ...Object.keys(CHOICES)]) {
      const value = form.elements[name].value.trim();
      if (value) state[name] = value;
    }
    if (Number(slider.value) < latest) state.asof = day_of(data.moments[slider.value]);
    return state;
  };
  const day_of = (seconds) => new Date(seconds * 1000).toISOString().slice(0, 10);

  const marks_of = (element, key) => {
    const marks = element.dataset[key];
    return marks === undefined ? null : marks.split(" ");
  };
  const passes = (it, wanted, words, moment) => {
    if (moment !== null && Number(it.element.dataset.k) > moment) return false;
    for (const [key, place] of wanted) {
      const marks = marks_of(it.element, key);
      if (marks === null ? it.strict : !marks.includes(place)) return false;
    }
    if (words.length && it.strict) {
      it.text ??= it.element.textContent.toLowerCase();
      if (!words.every((word) => it.text.includes(word))) return false;
    }
    return true;
  };

  const apply = () => {
    const state = state_of_form();
    const moment = Number(slider.value) < latest ? data.moments[slider.value] : null;
    const wanted = Object.keys(CHOICES).filter((name) => state[name])
        .map((name) => [CHOICES[name], String(form.elements[name].selectedIndex - 1)]);
    const words = (state.q || "").toLowerCase().split(/\s+/).filter(Boolean);
    const filtered = moment !== null || wanted.length > 0 || words.length > 0;
    const show = (items) => {
      let shown = 0;
      for (const it of items) {
        const pass = passes(it, wanted, words, moment);
        if (pass) ++shown;
        if (pass !== it.shown) it.element.hidden = !pass;
        it.shown = pass;
      }
      return shown;
    };
    const entries_shown = show(entries);
    const figures_shown = show(figures);
    show(others);
    fold(filtered);
    for (const group of all(".register")) {
      const rows = all("tbody tr", group);
      group.hidden = filtered && rows.every((row) => row.hidden);
    }
    const number = (n) => n.toLocaleString("en");
    one("#count").textContent = filtered
        ? `${number(entries_shown)} of ${number(entries.length)} shown, ${number(figures_shown)} of ${number(figures.length)} figures`
        : `${number(entries.length)} ${entries.length === 1 ? "entry" : "entries"}, ${number(figures.length)} ${figures.length === 1 ? "figure" : "figures"}`;
    go_back_to(moment);
  };

  const fold = (filtered) => {
    let open = 0;
    for (const month of months) {
      const shown = filtered ? month.entries.filter((entry) => entry.shown).length : month.entries.length;
      month.element.hidden = shown === 0;
      month.label.textContent = filtered ? `${shown} of ${month.text}` : month.text;
      month.element.open = filtered ? shown > 0 && (open === 0 || open + shown <= OPEN) : month.open;
      if (month.element.open) open += shown;
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
    const element = id && document.getElementById(id);
    if (!element) return;
    if (element.hidden || element.closest("[hidden]")) {
      set_form(new URLSearchParams());
      apply();
    }
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
  const tiles = all(".tile").map((element) => ({element, now: element.cloneNode(true)}));
  let shown_moment = null;
  const go_back_to = (moment) => {
    one("#asof-day").textContent = latest >= 0 ? day_of(data.moments[slider.value]) : "";
    slider.setAttribute("aria-valuetext", one("#asof-day").textContent);
    if (moment === shown_moment) return;
    shown_moment = moment;
    const note = one("#back-then");
    note.hidden = moment === null;
    if (moment !== null) {
      note.textContent = `Key figures, charts, timeline, registers and sources are shown as known at the end of ${day_of(moment)}. ` +
          `Disagreements, open questions, reasons and the words on how a figure stands are those of ${day_of(data.moments[latest])}.`;
    }
    tiles.forEach((tile, index) => {
      const past = tile.now.cloneNode(true);
      past.hidden = tile.element.hidden;
      if (moment !== null) show_state(past, data.tiles[index].filter((state) => state[0] === null || state[0] <= moment).pop());
      tile.element.replaceWith(past);
      others.find((it) => it.element === tile.element).element = past;
      tile.element = past;
    });
    for (const chart of all("svg.chart")) {
      all(".veil,.then", chart).forEach((old) => old.remove());
      if (moment === null) continue;
      const {t0, t1} = chart.dataset;
      const x = Math.max(0, Math.min(100, 100 * (moment - t0) / (t1 - t0)));
      const draw = (name, fields) => {
        const shape = document.createElementNS("http://www.w3.org/2000/svg", name);
        for (const [key, value] of Object.entries(fields)) shape.setAttribute(key, value);
        chart.append(shape);
      };
      draw("rect", {class: "veil", x: x + "%", width: 100 - x + "%", y: 0, height: 180});
      draw("line", {class: "then", x1: x + "%", x2: x + "%", y1: 0, y2: 180});
    }
  };
  const show_state = (tile, state) => {
    all(".range,.change,.foot a", tile).forEach((element) => element.remove());
    const field = (name, text) => {
      const element = one(`[data-f=${name}]`, tile);
      if (element) element.textContent = text;
    };
    const [, best, range, by, when, status, series] = state || [null, "none yet", "", "", "", "", null];
    if (series) one("h3", tile).textContent = series;
    field("best", best);
    field("range", range === "-" ? "" : range);
    field("by", by);
    field("when", when);
    field("status", status);
    const badge = one(".badge", tile);
    badge.className = "badge";
    badge.hidden = !state;
  };

  // --- quotes beside the text ---
  let opener = null;
  const close_panel = () => {
    one("#panel")?.remove();
    opener?.focus();
    opener = null;
  };
  const show_quote = (id, from) => {
    const quote = document.getElementById(id);
    if (!quote) return;
    one("#panel")?.remove();
    opener = from;
    const copy = quote.cloneNode(true);
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
    if (link && document.getElementById(id)?.closest("#quotes")) {
      event.preventDefault();
      show_quote(id, link);
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && one("#panel")) close_panel();
  });

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

  // --- sorted tables ---
  for (const table of all("#register table,#sources table,#places table,#others table")) {
    const heads = all("thead th", table);
    heads.forEach((head, column) => {
      const button = make("button", {type: "button", className: "sort", textContent: head.textContent});
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const up = head.getAttribute("aria-sort") !== "ascending";
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", up ? "ascending" : "descending");
        const key = (row) => row.cells[column].textContent.replace(/(\d),(?=\d)/g, "$1").replace(/^(at least|more than|about|up to|fewer than) /, "");
        const body = table.tBodies[0];
        const order = new Intl.Collator("en", {numeric: true}).compare;
        body.append(...[...body.rows].map((row) => [key(row), row]).sort((a, b) => up ? order(a[0], b[0]) : order(b[0], a[0])).map((pair) => pair[1]));
      });
    });
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
  const rows_of_register = () => all(".register").flatMap((group, index) => {
    const measure = one("h3", group).textContent;
    const rows = all("tbody tr", group).filter((row) => !row.hidden).map((row) => [measure, ...[...row.cells].map((td) => td.textContent)]);
    return index ? rows : [["Measure", ...all("th", group).map((th) => th.textContent)], ...rows];
  });
  const rows_of_timeline = () => [["name", "date", "text", "references"], ...entries.filter((entry) => entry.shown).map(({element}) =>
      [element.id, one(".day", element).textContent, one("span", element).textContent, all(".ref", element).map((a) => a.textContent).join(" ")])];
  for (const button of all("[data-save]")) {
    const what = button.dataset.save;
    button.addEventListener("click", () => save(`${what}-shown.csv`, what === "register" ? rows_of_register() : rows_of_timeline()));
  }

  // --- paper has no folds ---
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = all("details:not([open])");
    folded.forEach((details) => (details.open = true));
  });
  addEventListener("afterprint", () => folded.forEach((details) => (details.open = false)));

  // --- begin ---
  const head = one("header");
  new ResizeObserver(() => document.documentElement.style.setProperty("--head", head.offsetHeight + "px")).observe(head);
  const toggle = one("#filter-toggle");
  const wide = matchMedia("(min-width: 60rem)");
  const fit = () => {
    toggle.hidden = wide.matches;
    form.hidden = !wide.matches && toggle.getAttribute("aria-expanded") !== "true";
  };
  toggle.addEventListener("click", () => {
    toggle.setAttribute("aria-expanded", String(toggle.getAttribute("aria-expanded") !== "true"));
    fit();
  });
  wide.addEventListener("change", fit);
  fit();
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
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    set_form(new URLSearchParams());
    apply();
    write_address();
  });
  addEventListener("hashchange", read_address);
  apply();
  if (location.hash) read_address();
  document.documentElement.dataset.ready = "";
};
// The page can be read before any of this has run: it is shown first.
if (document.hidden) begin();
else requestAnimationFrame(() => setTimeout(begin));
