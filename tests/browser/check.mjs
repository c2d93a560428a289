// Opens files as their readers would, and prints as JSON what there is to complain about: one list a file.
//
//   node check.mjs CHROMIUM FILE...
//
// A page or a picture is opened on a light phone and on a dark desktop; a Mermaid block is drawn. Of a page, the list
// also tells on how many sheets of A4 it is printed: "sheets: 4".

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

// Each width and each scheme once: what a scheme changes does not hang on the width, nor the other way round.
const SCREENS = [[390, "light"], [1280, "dark"]];
// What lets Chromium run as root in a container, and keeps it from calling home.
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

// Tells of each message, error and request of a page; what it opens itself is all that it may ask for.
function listen(page, own, complaints) {
  page.setDefaultTimeout(120_000); // a busy machine is no fault of the page
  page.on("console", (message) => complaints.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("request", (request) => {
    if (request.url().split("#")[0] !== own) complaints.push(`request: ${request.url()}`);
  });
}

// Words that leave their picture, or that lie upon other words. Runs in the page.
function misplacedWords() {
  const found = [];
  for (const picture of document.querySelectorAll("svg")) {
    const frame = picture.getBoundingClientRect();
    if (!frame.width) continue;
    const boxes = [...picture.querySelectorAll("text")].map((text) => [text.textContent, text.getBoundingClientRect()]);
    boxes.forEach(([words, box], index) => {
      if (box.left < frame.left - 1 || box.right > frame.right + 1) found.push(`outside: ${words}`);
      for (const [others, other] of boxes.slice(index + 1)) {
        const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
        const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
        // A box is as tall as the font's tallest letters, so lines of one text overlap a little.
        if (across > 1 && down > box.height / 3) found.push(`overlapping: ${words} / ${others}`);
      }
    });
  }
  return found;
}

// What must hold of the whole page. Runs in the page.
function layout() {
  const found = [];
  const root = document.scrollingElement ?? document.documentElement;
  if (document.contentType === "text/html" && root.scrollWidth > root.clientWidth) {
    found.push(`scrolls sideways: ${root.scrollWidth} in ${root.clientWidth}`);
  }
  const shown = [...document.querySelectorAll("svg")].filter((svg) => svg.getBoundingClientRect().width);
  if (shown.length !== 1) found.push(`pictures shown: ${shown.length}`);
  return found;
}

async function violations(page) {
  await page.evaluate(axe);
  const report = await page.evaluate(() => window.axe.run());
  return report.violations.map(
    (each) => `axe ${each.id}: ${each.help}: ${each.nodes.map((node) => node.html.slice(0, 200)).join(" ")}`,
  );
}

// The keyboard's first stop is a link that comes into sight and leads past what repeats.
async function firstStop(page) {
  await page.keyboard.press("Tab");
  const seen = await page.evaluate(() => {
    const { left, top, width } = document.activeElement.getBoundingClientRect();
    return document.activeElement.getAttribute("href") === "#main" && left >= 0 && top >= 0 && width > 0;
  });
  return seen ? [] : ["the skip link does not show when it has the focus"];
}

async function open(browser, file, width, colorScheme) {
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
  const address = pathToFileURL(file).href;
  const complaints = [];
  listen(page, address, complaints);
  await page.goto(address);
  complaints.push(...(await page.evaluate(layout)), ...(await page.evaluate(misplacedWords)));
  complaints.push(...(await violations(page)));
  if (file.endsWith(".html")) {
    complaints.push(...(await firstStop(page)));
  }
  await page.close();
  return complaints.map((each) => `${width} ${colorScheme}: ${each}`);
}

// On paper: how many sheets, and whether the picture is on the first one, under the title.
async function printed(browser, file) {
  const page = await browser.newPage({ viewport: { width: 688, height: 1020 } }); // A4 without the page's margins
  await page.goto(pathToFileURL(file).href);
  await page.emulateMedia({ media: "print" });
  const end = await page.evaluate(() => document.querySelector("svg")?.getBoundingClientRect().bottom ?? 0);
  const complaints = (await page.evaluate(layout)).map((each) => `in print, ${each}`);
  const paper = await page.pdf({ format: "A4" });
  await page.close();
  const sheets = `sheets: ${paper.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length}`;
  if (end > 1020) complaints.push(`the picture leaves the first sheet: ${end}`);
  return [sheets, ...complaints];
}

// Mermaid's own parser and renderer; what it drew must hold every name of the block, as it was meant to be read.
async function drawn(browser, file) {
  const source = readFileSync(file, "utf8").match(/^```mermaid\n([^]*)```\n$/)[1];
  const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
  const complaints = [];
  listen(page, "about:blank", complaints);
  await page.addScriptTag({ path: require.resolve("mermaid/dist/mermaid.min.js") });
  const words = await page.evaluate(async (text) => {
    window.mermaid.initialize({ startOnLoad: false });
    document.body.innerHTML = (await window.mermaid.render("drawn", text)).svg;
    return document.querySelector("svg").textContent.replace(/\s+/g, " ");
  }, source).catch((error) => complaints.push(`mermaid: ${error.message}`) && "");
  for (const [, name] of source.matchAll(/^ +(?:section )?(.*?)(?: :(?:crit|milestone|\d).*)$/gm)) {
    const meant = name.replace(/#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
    if (!words.includes(meant)) complaints.push(`not drawn: ${meant}`);
  }
  complaints.push(...(await page.evaluate(misplacedWords)).filter((each) => each.startsWith("outside")));
  await page.close();
  return complaints;
}

const [executablePath, ...files] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: FLAGS });
const found = {};
for (const file of files) {
  found[file] = file.endsWith(".md") ? await drawn(browser, file) : [];
  if (file.endsWith(".md")) continue;
  for (const [width, scheme] of SCREENS) found[file].push(...(await open(browser, file, width, scheme)));
  if (file.endsWith(".html")) found[file].push(...(await printed(browser, file)));
}
await browser.close();
console.log(JSON.stringify(found));
