// Exports in the programs they are for: TimelineJS 3 draws the slides, Mermaid the diagram.
//   node --test tests/browser/exports.test.mjs
import assert from "node:assert/strict";
import {execFileSync} from "node:child_process";
import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {after, before, test} from "node:test";
import {address, annals, package_file, root, sample, with_browser} from "./browser.mjs";

const hostile = join(root, "tests/hostile/articles.jsonl");
const inputs = {"maui-wildfire": [sample("maui-wildfire")], "gaza-war": [sample("gaza-war")], hostile: [hostile]};
const exported = (name, form) =>
  execFileSync(annals, ["export", "-q", "--reproducible", "-O", form, ...inputs[name]], {encoding: "utf8", maxBuffer: 1 << 26});

let context;
let folder;
let finish;
before(async () => {
  context = await new Promise((ready) => {
    const ended = new Promise((end) => (finish = end));
    with_browser(async (browser, place) => {
      folder = place;
      ready(browser);
      await ended;
    });
  });
});
after(() => finish());

// A page of its own with the library, and what went wrong on it. What it asks of the network is refused.
const page_with = async (name, body) => {
  const path = join(folder, name + ".html");
  writeFileSync(path, `<!doctype html><meta charset="utf-8"><title>x</title>${body}`);
  const page = await context.newPage();
  const trouble = [];
  page.on("pageerror", (error) => trouble.push(error.message));
  page.on("dialog", (dialog) => {
    trouble.push("dialog: " + dialog.message());
    dialog.dismiss();
  });
  await page.route("**/*", (route) => (route.request().url().startsWith("file:") ? route.continue() : route.abort()));
  await page.goto(address(path));
  return {page, trouble};
};

for (const name of Object.keys(inputs)) {
  test(`TimelineJS draws every slide of ${name}`, async () => {
    const slides = JSON.parse(exported(name, "timelinejs"));
    const {page, trouble} = await page_with("timeline-" + name, '<div id="t" style="height:600px"></div>');
    await page.addStyleTag({path: package_file("@knight-lab/timelinejs/dist/css/timeline.css")});
    await page.addScriptTag({path: package_file("@knight-lab/timelinejs/dist/js/timeline.js")});
    const config_errors = await page.evaluate((data) => new Promise((ready) => {
      window.hit = 0;
      const timeline = new TL.Timeline("t", data, {font: null, hash_bookmark: false});
      timeline.on("ready", () => ready(timeline.config.getErrors("\n")));
    }), slides);
    assert.equal(config_errors, "");
    const ids = slides.events.map((event) => event.unique_id);
    const drawn = await page.$$eval(".tl-timemarker", (nodes) => nodes.map((node) => node.id.replace(/-marker$/, "")));
    assert.deepEqual([...drawn].sort(), [...ids].sort());
    // What stands before a reader: the date in our words and links to the sources.
    const last = slides.events[slides.events.length - 1];
    await page.evaluate((id) => document.getElementById(id + "-marker")?.dispatchEvent(new MouseEvent("click", {bubbles: true})), last.unique_id);
    assert.ok(await page.$$eval(".tl-slide", (nodes) => nodes.length) > 0);
    // Only our own links, to sources: the library makes links of addresses in the text where it can.
    const links = await page.$$eval("#t .tl-text-content a", (nodes) => nodes.map((node) => [node.className, node.protocol]));
    assert.deepEqual(links.filter(([name, protocol]) => name !== "" || !protocol.startsWith("http")), []);
    assert.equal(await page.$$eval("#t script, #t [onerror], #t [onclick], #t a[href^='javascript']", (nodes) => nodes.length), 0);
    assert.equal(await page.evaluate(() => window.hit), 0);
    assert.deepEqual(trouble, []);
    await page.close();
  });

  test(`Mermaid reads and draws the diagram of ${name}`, async () => {
    const source = exported(name, "mermaid");
    const {page, trouble} = await page_with("mermaid-" + name, '<div id="m"></div>');
    await page.addScriptTag({path: package_file("mermaid/dist/mermaid.min.js")});
    const {type, texts, wild} = await page.evaluate(async (text) => {
      mermaid.initialize({startOnLoad: false, securityLevel: "strict"});
      const {diagramType} = await mermaid.parse(text);
      const {svg} = await mermaid.render("drawing", text);
      document.getElementById("m").innerHTML = svg;
      return {type: diagramType, texts: document.getElementById("m").textContent,
              wild: document.querySelectorAll("#m script, #m [onclick], #m [onerror], #m a").length};
    }, source);
    assert.equal(type, "timeline");
    const sections = source.split("\n").filter((line) => /^\s*section /.test(line)).map((line) => line.replace(/^\s*section /, ""));
    assert.ok(sections.length > 0);
    const folded = texts.replace(/\s+/g, "");
    for (const section of sections) assert.ok(folded.includes(section.replace(/\s+/g, "")), section);
    const periods = source.split("\n").filter((line) => / : /.test(line)).map((line) => line.split(" : ")[0].trim());
    for (const period of periods) assert.ok(folded.includes(period.replace(/\s+/g, "")), period);
    assert.equal(wild, 0);
    assert.deepEqual(trouble, []);
    await page.close();
  });
}
