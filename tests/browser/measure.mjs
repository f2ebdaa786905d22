// How large a report is, how fast it appears and how fast it answers, by the number of its entries:
//   ANNALS=build/release/src/cli/annals node tests/browser/measure.mjs [ENTRIES...]
// Each time is the least of several loads, as the machine may be busy; beside the first paint stands that of a
// page with one word, which is what the browser itself takes.
import {execFileSync} from "node:child_process";
import {statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {address, annals, open_page, with_browser} from "./browser.mjs";
import {articles} from "./floods.mjs";

const LOADS = 7;
const SIZE = {width: 1280, height: 900};

const load = async (context, path, scripts) => {
  const {page, trouble} = await open_page(context, address(path), {size: SIZE, scripts});
  await page.waitForTimeout(150);
  const times = await page.evaluate(() => ({
    first_paint_ms: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN,
    loaded_ms: performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd,
    nodes: document.querySelectorAll("*").length}));
  return {page, trouble, times};
};

const answer = async (page) => page.evaluate(async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const wait = (ms) => new Promise((done) => setTimeout(done, ms));
  const timed = async (act) => {
    const start = performance.now();
    act();
    await frame();
    return Math.round(performance.now() - start);
  };
  // Without the pause that waits for more letters.
  const least = async (acts) => {
    let best = Infinity;
    for (const act of acts) best = Math.min(best, await timed(act));
    return best;
  };
  const form = document.querySelector("#filters");
  const slider = document.querySelector("#asof");
  const set = (name, value) => () => {
    location.hash = new URLSearchParams({[name]: value});
    dispatchEvent(new HashChangeEvent("hashchange"));
  };
  await wait(4000);
  const result = {};
  result.search_ms = await least(["town 42", "river 12", "town 7"].map((words) => set("q", words)));
  result.shown = document.querySelector("#count").textContent;
  const places = [...form.elements.place.options].map((option) => option.value).filter(Boolean);
  result.filter_ms = await least(places.slice(0, 3).map((place) => set("place", place)));
  const days = [0.2, 0.5, 0.7].map((part) => {
    slider.value = Math.round(part * slider.max);
    slider.dispatchEvent(new Event("input", {bubbles: true}));
    return slider.value;
  });
  await wait(500);
  const moments = JSON.parse(document.querySelector("#page-data").textContent).moments;
  result.as_of_ms = await least(days.map((at) => set("asof", new Date(moments[at] * 1000).toISOString().slice(0, 10))));
  result.clear_ms = await timed(() => form.dispatchEvent(new Event("reset", {cancelable: true})));
  result.scroll_ms = await timed(() => scrollTo(0, document.body.scrollHeight / 2));
  return result;
});

const counts = process.argv.slice(2).map(Number);
for (const entries of counts.length ? counts : [1000, 50000]) {
  await with_browser(async (context, folder) => {
    const input = join(folder, "articles.jsonl");
    const path = join(folder, "report.html");
    const empty = join(folder, "empty.html");
    writeFileSync(input, articles(entries));
    writeFileSync(empty, "<!DOCTYPE html><title>word</title><p>word");
    const began = performance.now();
    execFileSync(annals, ["report", "-q", "--reproducible", "--top", "100000", "--sentences", "100", "-o", path, input], {stdio: "inherit"});
    const made_ms = Math.round(performance.now() - began);
    let best = {first_paint_ms: Infinity, loaded_ms: Infinity};
    let empty_paint_ms = Infinity;
    for (let i = 0; i < LOADS; ++i) {
      const nothing = await load(context, empty, false);
      empty_paint_ms = Math.min(empty_paint_ms, nothing.times.first_paint_ms);
      await nothing.page.close();
      const {page, times} = await load(context, path, true);
      await page.close();
      best = {first_paint_ms: Math.min(best.first_paint_ms, times.first_paint_ms), loaded_ms: Math.min(best.loaded_ms, times.loaded_ms), nodes: times.nodes};
    }
    const {page, trouble} = await load(context, path, true);
    console.log(JSON.stringify({entries, bytes: statSync(path).size, made_ms, empty_paint_ms: Math.round(empty_paint_ms),
      first_paint_ms: Math.round(best.first_paint_ms), loaded_ms: Math.round(best.loaded_ms), nodes: best.nodes,
      ...(await answer(page)), trouble}));
  });
}
