// How the HTML report behaves in a real browser: node --test tests/browser/report.test.mjs
import assert from "node:assert/strict";
import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {after, before, test} from "node:test";
import {articles, telling} from "./floods.mjs";
import {address, axe_source, open_page, root, sample, with_browser, write_report} from "./browser.mjs";

const DESK = {width: 1280, height: 900};
const PHONE = {width: 390, height: 844};
const AS_OF = ["2023-08-09", "2023-08-11", "2023-08-13", "2023-09-19"];  // days of the sample on which much changed
const files = {};
let context;
let finish;

before(async () => {
  const started = new Promise((ready) => {
    const ended = new Promise((end) => (finish = end));
    with_browser(async (browser, folder) => {
      for (const name of ["maui-wildfire", "gaza-war", "balakot-2019"]) files[name] = write_report(folder, name + ".html", [sample(name)]);
      files.hostile = write_report(folder, "hostile.html", [join(root, "tests/hostile/articles.jsonl")]);
      const floods = join(folder, "floods.jsonl");
      writeFileSync(floods, articles(2000));
      files.floods = write_report(folder, "floods.html", [floods], "--top", "1000", "--sentences", "10");
      const told = join(folder, "telling.jsonl");
      writeFileSync(told, telling(600));
      files.register = write_report(folder, "register.html", [told]);
      for (const day of AS_OF) files[day] = write_report(folder, day + ".html", [sample("maui-wildfire")], "--as-of", day);
      ready(browser);
      await ended;
    });
  });
  context = await started;
});
after(() => finish());

const open = async (name, {hash = "", ...rest} = {}) => open_page(context, address(files[name], hash), {size: DESK, ...rest});
const close = async ({page, trouble}) => {
  await page.close();
  assert.deepEqual(trouble, []);
};
const settle = (page) => page.waitForTimeout(300);
const count = (page) => page.textContent("#count");

// The checks run beside the page's own policy, in a world of their own.
const axe = async (page) => {
  // What is not laid out yet has no true place: the checker would find it under its neighbours.
  await page.evaluate(() => {
    const sheet = document.styleSheets[0];
    sheet.insertRule("main>section,.quotes,.month>ol{content-visibility:visible!important}", sheet.cssRules.length);
  });
  const session = await page.context().newCDPSession(page);
  const {frameTree} = await session.send("Page.getFrameTree");
  const {executionContextId} = await session.send("Page.createIsolatedWorld", {frameId: frameTree.frame.id, worldName: "axe"});
  await session.send("Runtime.evaluate", {contextId: executionContextId, expression: axe_source});
  const {result, exceptionDetails} = await session.send("Runtime.evaluate", {
    contextId: executionContextId, awaitPromise: true, returnByValue: true,
    expression: `axe.run({runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}).then((r) =>
      ({rules: r.passes.length, violations: r.violations.map((v) => v.id + ": " + v.nodes.slice(0, 3).map((n) => n.target + " " + n.failureSummary).join("; "))}))`});
  assert.equal(exceptionDetails, undefined);
  return result.value;
};

for (const name of ["maui-wildfire", "gaza-war", "balakot-2019", "hostile"]) {
  for (const [size, dark] of [[DESK, false], [DESK, true], [PHONE, false]]) {
    test(`${name} at ${size.width} pixels${dark ? ", dark" : ""}: no barrier, no message, no request, nothing wider than the window`, async () => {
      const opened = await open(name, {size, dark});
      const {rules, violations} = await axe(opened.page);
      assert.ok(rules > 20, `only ${rules} rules ran`);
      assert.deepEqual(violations, []);
      assert.equal(await opened.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
      await close(opened);
    });
  }
}

test("filters count what is shown, live in the address and come back from it", async () => {
  const opened = await open("maui-wildfire");
  const {page} = opened;
  const whole = await count(page);
  assert.match(whole, /^\d+ entries, \d+ figures$/);
  await page.selectOption("[name=measure]", "Missing");
  await settle(page);
  assert.match(await count(page), /^\d+ of \d+ shown, \d+ of \d+ figures$/);
  assert.equal(new URL(page.url()).hash, "#measure=Missing");
  assert.equal(await page.isVisible(".tile:has-text('Killed')"), false);
  assert.equal(await page.isVisible(".tile:has-text('Missing')"), true);
  await page.fill("[name=q]", "nothing has these words");
  await settle(page);
  assert.match(await count(page), /^0 of \d+ shown, 0 of/);
  const url = page.url();
  assert.match(url, /measure=Missing/);
  assert.match(url, /q=nothing\+has/);
  const again = await open_page(context, url, {size: DESK});
  assert.match(await count(again.page), /^0 of \d+ shown, 0 of/);
  assert.equal(await again.page.inputValue("[name=q]"), "nothing has these words");
  await close(again);
  await page.click("button[type=reset]");
  await settle(page);
  assert.equal(await count(page), whole);
  assert.equal(new URL(page.url()).hash, "");
  await close(opened);
});

test("going back in time shows what was known then", async () => {
  const opened = await open("maui-wildfire", {hash: "#asof=2023-08-11"});
  const {page} = opened;
  assert.equal(await page.textContent("#asof-day"), "2023-08-11");
  assert.match(await page.textContent("#back-then"), /at the end of 2023-08-11/);
  const then = await page.textContent(".tile [data-f=best]");
  assert.ok(await page.locator("svg.linear .veil").count() > 0);
  for (const day of await page.locator("#register tbody tr:visible td:nth-child(1) time").allTextContents()) assert.ok(day <= "2023-08-11", day);
  await page.focus("#asof");
  await page.keyboard.press("End");
  await settle(page);
  assert.notEqual(await page.textContent(".tile [data-f=best]"), then);
  assert.equal(await page.isHidden("#back-then"), true);
  assert.equal(await page.locator(".veil").count(), 0);
  assert.equal(new URL(page.url()).hash, "");
  await close(opened);
});

// What a page says of how things stand; names of quotes differ from page to page.
const what_stands = (page) => page.evaluate(() => {
  document.querySelectorAll("details").forEach((details) => (details.open = true));
  return new Promise((done) => setTimeout(done, 200)).then(() => {
    const words = (element) => {
      const copy = element.cloneNode(true);
      copy.querySelectorAll("a.ref").forEach((reference) => reference.remove());
      return copy.textContent.replace(/\s+/g, " ").trim();
    };
    const said = {state: [words(document.querySelector(".state"))]};
    for (const id of ["key", "disagreements", "places", "others", "gaps", "why"]) {
      const section = document.getElementById(id);
      said[id] = section && !section.hidden ? [...section.querySelectorAll("li,.card>p,tr,summary")].map(words) : [];
    }
    said.register = [...document.querySelectorAll(".register:not([hidden])")].flatMap((group) =>
        [...group.querySelectorAll("tbody tr")].map((row) => words(group.querySelector("h3")) + ": " + [...row.cells].slice(0, -1).map(words).join(" | "))).sort();
    return said;
  });
});

for (const day of AS_OF) {
  test(`going back to ${day} says what a report as of that day says`, async () => {
    const back = await open("maui-wildfire", {hash: "#asof=" + day});
    const then = await open(day);
    const said = await what_stands(then.page);
    assert.deepEqual(await what_stands(back.page), said);
    assert.ok(said.key.length > 0 && said.register.length > 0);
    await close(then);
    await close(back);
  });
}

test("confidence is a filter, kept in the address", async () => {
  const opened = await open("maui-wildfire");
  const {page} = opened;
  const values = await page.locator("[name=confidence] option").allTextContents();
  assert.ok(values.length > 2, values.join());
  assert.match(values[1], /^[A-F][1-6] (confirmed|fair|weak|contested)$/);
  const grade = (await page.textContent(".tile .badge")).split(", ")[1];
  await page.selectOption("[name=confidence]", grade);
  await settle(page);
  assert.equal(new URL(page.url()).hash, "#confidence=" + grade.replace(" ", "+"));
  for (const badge of await page.locator(".tile:visible .badge").allTextContents()) assert.ok(badge.endsWith(grade), badge);
  assert.match(await count(page), /^\d+ of \d+ shown, [1-9]\d* of \d+ figures$/);
  await close(opened);
});

test("of very many entries those that somebody looks at are made", async () => {
  const opened = await open("floods");
  const {page} = opened;
  const [, entries] = /^(1,9\d\d|2,000) entries/.exec(await count(page));
  const made = () => page.evaluate(() => document.querySelectorAll("*").length);
  assert.ok(await made() < 15000, `${await made()} elements`);
  await page.fill("[name=q]", "river 1999 ");
  await settle(page);
  assert.match(await count(page), /^1 of [12],\d{3} shown/);
  const entry = page.locator(".month li:visible");
  assert.equal(await entry.count(), 1);
  const id = await entry.getAttribute("id");
  await page.click("button[type=reset]");
  await settle(page);
  const linked = await open("floods", {hash: "#" + id});
  assert.match(await linked.page.textContent(".here"), /river 1999/);
  await linked.page.click(".here .ref");
  assert.match(await linked.page.textContent("#panel mark"), /river 1999/);
  await close(linked);
  await close(opened);
  await with_browser(async (plain) => {
    const {page: still} = await open_page(plain, address(files.floods), {scripts: false});
    assert.equal(await still.locator("#timeline li[id]").count(), Number(entries.replace(",", "")));
    assert.ok(await still.locator("#quotes li[id]").count() >= Number(entries.replace(",", "")));
  }, {javaScriptEnabled: false});
});

test("a long register is shown a part at a time", async () => {
  const opened = await open("register");
  const {page} = opened;
  await page.evaluate(() => (document.querySelector(".register").open = true));
  const rows = page.locator("#register .register >> nth=0 >> tbody tr");
  const before = await rows.count();
  assert.ok(before < 600, `${before} rows`);
  await page.click("#register .pager button:has-text('Show more')");
  assert.equal(await rows.count(), Math.min(before + 200, 600));
  await close(opened);
});

test("machines that read pages are told what it is", async () => {
  for (const name of ["maui-wildfire", "hostile"]) {
    const opened = await open(name);
    const told = JSON.parse(await opened.page.textContent("script[type='application/ld+json']"));
    assert.equal(told["@context"], "https://schema.org");
    assert.ok(told.citation.length > 0);
    for (const {url} of told.citation) assert.ok(url === undefined || /^https?:/.test(url), url);
    if (name === "maui-wildfire") assert.ok(told.variableMeasured.some(({name: measure, value}) => measure === "Killed" && value > 0));
    await close(opened);
  }
});

test("a permanent link opens its month, and keeps the filters", async () => {
  const opened = await open("maui-wildfire");
  const {page} = opened;
  const id = await page.getAttribute("#timeline li[id] >> nth=-1", "id");
  await close(opened);
  const linked = await open("maui-wildfire", {hash: "#" + id});
  assert.equal(await linked.page.isVisible("#" + id), true);
  assert.ok(await linked.page.evaluate((name) => document.getElementById(name).getBoundingClientRect().top < innerHeight, id));
  await close(linked);
  const both = await open("maui-wildfire", {hash: "#measure=Killed&at=s1"});
  assert.match(await count(both.page), /of \d+ shown/);
  assert.equal(await both.page.locator("#s1.here").count(), 1);
  await close(both);
});

test("a reference shows the quote beside the text, by keyboard too, and gives the focus back", async () => {
  const opened = await open("maui-wildfire");
  const {page} = opened;
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await page.focus(".tile .foot .ref");
  await page.keyboard.press("Enter");
  assert.match(await page.textContent("#panel mark"), /\w/);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Close");
  assert.deepEqual((await axe(page)).violations, []);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("#panel").count(), 0);
  assert.match(await page.evaluate(() => document.activeElement.className), /ref/);
  await close(opened);
});

test("a chart can be walked through without a pointer, and its scale changed", async () => {
  const opened = await open("maui-wildfire");
  const {page} = opened;
  await page.click(".panel .walk .on >> nth=0");
  assert.match(await page.textContent(".panel .walk p >> nth=0"), /^1 of \d+\. 2023-/);
  assert.equal(await page.isVisible("svg.log >> nth=0"), false);
  await page.check("#log");
  assert.equal(await page.isVisible("svg.log >> nth=0"), true);
  assert.equal(await page.isVisible("svg.linear >> nth=0"), false);
  await close(opened);
});

test("a table is sorted by its heads", async () => {
  const opened = await open("maui-wildfire");
  const {page} = opened;
  await page.click("#sources th:nth-child(4) button");
  await page.click("#sources th:nth-child(4) button");
  assert.equal(await page.getAttribute("#sources th:nth-child(4)", "aria-sort"), "descending");
  const days = await page.locator("#sources tbody td:nth-child(4)").allTextContents();
  assert.deepEqual(days, [...days].sort().reverse());
  await close(opened);
});

test("twenty hostile articles are read as text and nothing of them runs", async () => {
  const opened = await open("hostile");
  const {page} = opened;
  assert.equal(await page.evaluate(() => "hacked" in window), false);
  assert.ok((await page.textContent("#quotes")).includes("<script>window.hacked=1</script>"));
  assert.ok((await page.textContent("#sources")).includes("onerror=\"window.hacked=3\""));
  assert.equal(await page.locator("img,iframe,base,object,embed,link,form [formaction],[onload],[onerror],[onmouseover],[onfocus]").count(), 0);
  assert.equal(await page.locator("a[href^='javascript']").count(), 0);
  assert.equal(await page.locator("meta[http-equiv=refresh]").count(), 0);
  // Touch what can be touched: filters take their values from the articles, references show quotes.
  const sources = await page.locator("[name=source] option").count();
  for (let i = 1; i < sources; i += 3) {
    await page.selectOption("[name=source]", {index: i});
    await settle(page);
  }
  for (const reference of (await page.locator(".ref:visible").all()).slice(0, 20)) {
    await reference.click();
    await page.keyboard.press("Escape");
  }
  assert.equal(await page.evaluate(() => "hacked" in window), false);
  await close(opened);
});

test("foreign code does not run even when it is put into the page", async () => {
  const opened = await open("maui-wildfire");
  await opened.page.evaluate(() => {
    document.body.append(Object.assign(document.createElement("script"), {textContent: "window.hacked = 1"}));
    document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='window.hacked = 2'>");
  });
  await settle(opened.page);
  assert.equal(await opened.page.evaluate(() => "hacked" in window), false);
  await opened.page.close();
});

test("without scripts the report can be read, and nothing is shown that would not work", async () => {
  await with_browser(async (plain) => {
    const {page, trouble} = await open_page(plain, address(files["gaza-war"]), {size: PHONE, scripts: false});
    for (const part of ["h1", "#key .tile", "#charts svg.linear", "#timeline li", "#register summary", "#sources table", "#quotes mark", "#method", "#data"])
      assert.equal(await page.isVisible(part + " >> nth=0"), true, part);
    for (const part of ["#filters", "#filter-toggle", ".walk", "#shown-only", "svg.log"])
      assert.equal(await page.isVisible(part + " >> nth=0"), false, part);
    await page.click(".tile .foot .ref >> nth=0");
    assert.match(page.url(), /#s\d+-\d+$/);
    await page.click("label:has(#log)");
    assert.equal(await page.isVisible("svg.log >> nth=0"), true);
    assert.deepEqual(trouble, []);
  }, {javaScriptEnabled: false});
});

test("on paper all folds are open, the tools are gone and sheets are numbered", async () => {
  const opened = await open("maui-wildfire");
  const {page} = opened;
  await page.emulateMedia({media: "print"});
  assert.equal(await page.isVisible("#filters"), false);
  assert.equal(await page.isVisible("#why blockquote >> nth=0"), true);
  const paper = await page.pdf({preferCSSPageSize: true});
  assert.equal(paper.subarray(0, 5).toString(), "%PDF-");
  const boxes = paper.toString("latin1").match(/\/MediaBox ?\[[^\]]*\]/g);
  assert.ok(boxes.length > 3);
  for (const box of boxes) assert.match(box, /59[45](\.\d+)? 84[12]/);
  await close(opened);
});

test("the data of the report are in the page, and what is shown can be saved", async () => {
  const opened = await open("maui-wildfire", {hash: "#measure=Missing"});
  const {page} = opened;
  const links = await page.$$eval(".downloads a", (all) => all.map((a) => [a.download, a.href]));
  assert.deepEqual(links.map(([name]) => name), ["figures.csv", "timeline.csv", "figures.hxl.csv", "report.json"]);
  for (const [name, href] of links) {
    const bytes = Buffer.from(href.split("base64,")[1], "base64").toString();
    if (name.endsWith(".json")) JSON.parse(bytes);
    else assert.match(bytes, /^\w+(,\w+)+\r\n/);
  }
  await page.evaluate(() => document.querySelectorAll(".register").forEach((group) => (group.open = true)));
  await settle(page);
  const waiting = page.waitForEvent("download");
  await page.click("[data-save=register]");
  const saved = readFileSync(await (await waiting).path(), "utf8").trim().split("\r\n");
  const shown = await page.locator("#register tbody tr:not([hidden])").count();
  assert.equal(saved.length, shown + 1);
  await close(opened);
});
