// The pictures of docs/: node tests/browser/screenshots.mjs REPORT.html FOLDER (see docs/make_screenshots).
import {join} from "node:path";
import {address, open_page, with_browser} from "./browser.mjs";

const [report, folder] = process.argv.slice(2);
const SHOTS = [
  {name: "report", size: {width: 1240, height: 760}, at: "body"},
  {name: "report-charts", size: {width: 1240, height: 620}, at: "#charts"},
  {name: "report-phone-dark", size: {width: 390, height: 760}, at: "#charts", dark: true},
];
await with_browser(async (context) => {
  for (const {name, size, at, dark} of SHOTS) {
    const {page} = await open_page(context, address(report), {size, dark});
    await page.evaluate((selector) => document.querySelector(selector).scrollIntoView(), at);
    await page.screenshot({path: join(folder, name + ".png")});
    await page.close();
  }
});
