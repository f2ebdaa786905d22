// How large a report is, how fast it appears and how fast it answers, by the number of its entries:
//   ANNALS=build/release/src/cli/annals node tests/browser/measure.mjs [ENTRIES...]
import {execFileSync} from "node:child_process";
import {statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {address, annals, open_page, with_browser} from "./browser.mjs";

// Articles of invented floods, five dated sentences each.
const articles = (entries) => {
  const lines = [];
  const start = Date.UTC(1980, 0, 1);
  for (let i = 0; i * 5 < entries; ++i) {
    const day = new Date(start + (i % 16000) * 86400000).toISOString().slice(0, 10);
    const sentences = [];
    for (let k = 0; k < 5; ++k) {
      const n = i * 5 + k;
      sentences.push(`At least ${(n % 900) + 1} people were killed when river ${n} burst its banks near town ${n % 997} on ${day}, the ministry said.`);
    }
    lines.push(JSON.stringify({id: "a" + i, published: day, publisher: "Gazette " + (i % 40), title: "Flood " + i, text: sentences.join(" ")}));
  }
  return lines.join("\n") + "\n";
};

const counts = process.argv.slice(2).map(Number);
for (const entries of counts.length ? counts : [1000, 50000]) {
  await with_browser(async (context, folder) => {
    const input = join(folder, "articles.jsonl");
    const path = join(folder, "report.html");
    writeFileSync(input, articles(entries));
    const began = performance.now();
    execFileSync(annals, ["report", "-q", "--reproducible", "--top", "100000", "--sentences", "100", "-o", path, input], {stdio: "inherit"});
    const made = performance.now() - began;
    const {page, trouble} = await open_page(context, address(path), {size: {width: 1280, height: 900}});
    const figures = await page.evaluate(async () => {
      const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      const timed = async (act) => {
        const start = performance.now();
        act();
        await frame();
        return Math.round(performance.now() - start);
      };
      const search = document.querySelector("[name=q]");
      const type = (text) => () => {
        search.value = text;
        search.form.dispatchEvent(new Event("reset"));
        search.value = text;
        search.dispatchEvent(new Event("input", {bubbles: true}));
      };
      const navigation = performance.getEntriesByType("navigation")[0];
      const paint = performance.getEntriesByName("first-contentful-paint")[0];
      const result = {entries: document.querySelectorAll("#timeline li").length,
                      first_paint_ms: Math.round(paint?.startTime ?? -1), loaded_ms: Math.round(navigation.domContentLoadedEventEnd),
                      nodes: document.querySelectorAll("*").length};
      result.search_ms = (await timed(type("river 12"))) - 0;
      await new Promise((done) => setTimeout(done, 400));
      const wait = new Promise((done) => setTimeout(done, 130));
      const start = performance.now();
      search.value = "town 42";
      search.dispatchEvent(new Event("input", {bubbles: true}));
      await wait;
      await frame();
      result.search_ms = Math.round(performance.now() - start - 130);
      result.shown = document.querySelector("#count").textContent;
      search.value = "";
      search.dispatchEvent(new Event("input", {bubbles: true}));
      await new Promise((done) => setTimeout(done, 1500));
      result.jump_ms = await timed(() => (location.hash = document.querySelector("#timeline li:last-child").id));
      result.scroll_ms = await timed(() => scrollTo(0, document.body.scrollHeight / 2));
      return result;
    });
    console.log(JSON.stringify({bytes: statSync(path).size, made_ms: Math.round(made), ...figures, trouble}));
  });
}
