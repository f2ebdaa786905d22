// A real browser for the tests: headless Chromium of the system, driven by playwright-core. The packages lie
// in the folder that ANNALS_BROWSER_PACKAGES names (build/browser, see cmake/packages.sh).
import {execFileSync} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {dirname, join, resolve} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
export const root = resolve(here, "../..");
export const packages = process.env.ANNALS_BROWSER_PACKAGES ?? join(root, "build/browser");
export const annals = process.env.ANNALS ?? join(root, "build/release/src/cli/annals");
const require = createRequire(join(packages, "package.json"));
const {chromium} = require("playwright-core");
// Of an installed package, whatever its "exports" say.
export const package_file = (path) => join(packages, "node_modules", path);
export const axe_source = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const executable = process.env.ANNALS_CHROMIUM ?? "/usr/bin/chromium";
const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
               "--disable-component-update", "--disable-sync"];

// Calls `work(context, folder)` with a fresh profile; both go away afterwards.
export const with_browser = async (work, options = {}) => {
  const folder = mkdtempSync(join(tmpdir(), "annals-browser-"));
  const context = await chromium.launchPersistentContext(join(folder, "profile"), {
    executablePath: executable, headless: true, args: flags, acceptDownloads: true, reducedMotion: "reduce", ...options});
  try {
    return await work(context, folder);
  } finally {
    await context.close();
    rmSync(folder, {recursive: true, force: true});
  }
};

// A report of these inputs as a file in the folder.
export const write_report = (folder, name, inputs, ...words) => {
  const path = join(folder, name);
  execFileSync(annals, ["report", "-q", "--reproducible", "-o", path, ...words, ...inputs], {stdio: "inherit"});
  return path;
};

export const sample = (name) => join(root, "datasets/samples", name, "articles");
export const address = (path, hash = "") => pathToFileURL(path).href + hash;

// A page that keeps what must not happen: errors, messages on the console, requests beyond the file itself.
export const open_page = async (context, url, options = {}) => {
  const page = await context.newPage();
  const trouble = [];
  page.on("console", (message) => trouble.push(`console ${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => trouble.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    trouble.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("request", (request) => {
    if (request.url().split("#")[0] !== url.split("#")[0] && !request.url().startsWith("blob:"))
      trouble.push(`request: ${request.url().slice(0, 200)}`);
  });
  if (options.size) await page.setViewportSize(options.size);
  if (options.dark) await page.emulateMedia({colorScheme: "dark"});
  await page.goto(url, {timeout: 120_000});
  if (options.scripts !== false) await page.waitForSelector("html[data-ready]", {state: "attached"});
  return {page, trouble};
};
