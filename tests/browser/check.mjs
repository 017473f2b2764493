// What must hold of every page, in a real browser. Usage: node check.mjs ROOT QAWL BROWSER

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";

import axe from "axe-core";
import { HtmlValidate } from "html-validate";
import puppeteer from "puppeteer-core";

import rules from "./htmlvalidate.json" with { type: "json" };
import { deep, hostile } from "./hostile.mjs";

const [root, qawl, executablePath] = process.argv.slice(2);
const PHONE = 360;
const DESK = 1280;
// The pages that hold everything a page can hold; axe is slow.
const JUDGED = ["council", "mixed", "hostile", "empty", "index"].map((name) => `${name}.html`);
const STILL = { name: "prefers-reduced-motion", value: "reduce" };
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

const scratch = mkdtempSync(join(tmpdir(), "qawl-pages-"));
const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox"] });
try {
  const texts = write(scratch);
  const pages = join(scratch, "pages");
  run(["annotate", "--format", "html", "-o", pages, ...texts]);
  const documents = run(["annotate", "--format", "json", "--offsets", "utf16", ...texts])
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  hashMatches(join(pages, "mixed.html"));
  for (const [at, document] of documents.entries()) {
    const text = readFileSync(texts[at], "utf8");
    await check(join(pages, `${document.doc}.html`), (page) => holdsDocument(page, document, text));
  }
  await check(join(pages, "index.html"), (page) => listsPages(page, documents));
  await open(join(pages, "mixed.html"), {}, hasDirections);
  await open(join(pages, "mixed.html"), {}, leadsToPlaces);
  await open(join(pages, "mixed.html"), {}, tellsOfQuotes);
  await withoutScript(join(pages, "mixed.html"));
  await printed(join(pages, "mixed.html"));
  await isValid(pages);
  console.log(`${documents.length + 1} pages are as they should be`);
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true });
}

/** The samples, quotes in quotes in both directions, and what must not be obeyed, as files. */
function write(folder) {
  const ours = { deep, hostile, empty: "" };
  for (const [name, text] of Object.entries(ours)) writeFileSync(join(folder, `${name}.txt`), text);
  const samples = join(root, "data/samples");
  return [
    ...readdirSync(samples).filter((name) => name.endsWith(".txt")).map((name) => join(samples, name)),
    join(root, "crates/qawl-cli/tests/page/mixed.txt"),
    ...Object.keys(ours).map((name) => join(folder, `${name}.txt`)),
  ];
}

function run(args) {
  return execFileSync(qawl, args, { encoding: "utf8", maxBuffer: 1 << 26 });
}

/** The policy of a page allows its script, and no other. */
function hashMatches(file) {
  const html = readFileSync(file, "utf8");
  const script = /<script>([^]*)<\/script><\/body>/.exec(html)[1];
  const hash = `sha256-${createHash("sha256").update(script).digest("base64")}`;
  assert(html.includes(hash), `the page's script changed: SCRIPT_HASH in frame.rs must be ${hash}`);
}

/** Opens a page in both schemes and on both widths, and hands it to `look`. */
async function check(file, look) {
  await open(file, {}, async (page) => {
    for (const scheme of ["light", "dark"]) {
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }, STILL]);
      await fits(page, file, PHONE);
      await fits(page, file, DESK);
      if (JUDGED.includes(basename(file))) await isAccessible(page, `${basename(file)} in ${scheme}`);
    }
    await look(page);
  });
}

/** Hands over an open page, which must not complain, ask, or load anything. */
async function open(file, { hasScript = true, anchor = "" }, look) {
  const page = await browser.newPage();
  const complaints = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("dialog", (dialog) => complaints.push(dialog.message()));
  page.on("request", (request) => {
    if (!request.isNavigationRequest()) complaints.push(`loads ${request.url()}`);
  });
  await page.setJavaScriptEnabled(hasScript);
  await page.emulateMediaFeatures([STILL]);
  await page.setViewport({ width: DESK, height: 800 });
  await page.goto(pathToFileURL(file).href + anchor);
  await look(page);
  assert.deepEqual(complaints, [], basename(file));
  await page.close();
}

/** Nothing has to be scrolled sideways, and every mark can be seen. */
async function fits(page, file, width) {
  await page.setViewport({ width, height: 800 });
  const { scroll, lost } = await page.evaluate(() => {
    const isSeen = (box) => box.width > 0 && box.height > 0 && box.left >= -1 && box.right <= innerWidth + 1;
    const lost = [...document.querySelectorAll("mark, .cue, .speaker, .name, .said")]
      .filter((element) => element.textContent.trim() && element.checkVisibility())
      .filter((element) => ![...element.getClientRects()].filter((box) => box.width).every(isSeen));
    return {
      scroll: document.documentElement.scrollWidth,
      lost: lost.map((element) => element.outerHTML.slice(0, 200)),
    };
  });
  assert(scroll <= width, `${basename(file)} is ${scroll} wide at ${width}`);
  assert.deepEqual(lost, [], `${basename(file)} at ${width}`);
}

/** axe finds nothing, and nothing that it cannot judge: for it tints are laid flat, a mark is one box, nothing scrolls inside
    the page, and what the style sheet writes stands in the text. */
async function isAccessible(page, name) {
  const flat = `mark, .sample, .current { background: var(--tint, var(--current)) !important }
    article mark { display: inline-block !important }
    aside, aside h2 { position: static !important; max-height: none !important }`;
  const style = await page.addStyleTag({ content: flat });
  await page.$$eval(".number:empty, .control", (elements) =>
    elements.forEach((element) => (element.textContent = element.dataset.n ?? element.dataset.c)));
  // By the debugger: the policy of the page allows no script that is put into it.
  await page.evaluate(axe.source);
  for (const isCurrent of [false, true]) {
    await page.$$eval("[data-q]", (marked, on) =>
      marked.forEach((element) => element.classList.toggle("current", on)), isCurrent);
    const { violations, incomplete } = await page.evaluate(
      (values) => axe.run(document, { runOnly: { type: "tag", values } }),
      WCAG,
    );
    const said = [...violations, ...incomplete].flatMap(({ id, nodes }) =>
      nodes.map(({ html, any }) => `${id}: ${html} ${any.map(({ message }) => message)}`));
    // One digit looks as two do.
    assert.deepEqual(said.filter((words) => !words.includes("content is too short")), [], `${name}, current: ${isCurrent}`);
  }
  await page.$$eval("[data-q]", (marked) => marked.forEach((element) => element.classList.remove("current")));
  await page.$$eval("a.number:not(.said *), .control", (elements) => elements.forEach((element) => element.replaceChildren()));
  await style.evaluate((style) => style.remove());
}

/** The text is all there; the marks of a quote are its content; nothing in it was obeyed. */
async function holdsDocument(page, { doc, quotes, mentions }, text) {
  const seen = await page.evaluate(() => {
    const words = (element) => {
      const copy = element.cloneNode(true);
      for (const control of copy.querySelectorAll(".control")) {
        control.textContent = String.fromCodePoint(parseInt(control.dataset.c, 16));
      }
      return copy.textContent;
    };
    const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
    const links = [...document.querySelectorAll("a[href^='#']")].map((link) => link.hash.slice(1));
    const marks = {};
    for (const mark of document.querySelectorAll("article mark")) {
      marks[mark.dataset.q] = (marks[mark.dataset.q] ?? "") + words(mark);
    }
    return {
      text: words(document.querySelector("article")),
      marks,
      names: [...document.querySelectorAll("article .name")].map(words).join(""),
      types: [...document.querySelectorAll("aside li")].map((entry) => [entry.id, entry.className]),
      ids,
      lost: links.filter((link) => !ids.includes(link)),
      scripts: document.scripts.length,
      obeyed: window.obeyed,
    };
  });
  // As the HTML standard has it: of a return and a line feed one line feed is left.
  const lines = (text) => text.replace(/\r\n?/g, "\n");
  const flat = (text) => text.replace(/[\r\n]/g, "");
  const cut = (spans) => spans.map(([start, end]) => text.slice(start, end)).join("");
  assert.equal(seen.text, lines(text), doc);
  const marked = quotes.filter(({ id }) => id in seen.marks);
  for (const quote of marked) assert.equal(flat(seen.marks[quote.id]), flat(cut(quote.content)), doc);
  assert.equal(Object.keys(seen.marks).length, marked.length, doc);
  // Of quotes that never close only some are marked.
  assert.equal(marked.length < quotes.length, doc === "deep", doc);
  assert.equal(flat(seen.names), flat(cut(mentions.map(({ span }) => span))), doc);
  assert.deepEqual(new Map(seen.types), new Map(quotes.map(({ id, type }) => [`s${id}`, type])), doc);
  assert.equal(new Set(seen.ids).size, seen.ids.length, `${doc}: an id stands twice`);
  assert.deepEqual([seen.lost, seen.scripts, seen.obeyed], [[], 1, undefined], doc);
}

async function listsPages(page, documents) {
  const links = await page.$$eval("main h2 a", (links) => links.map((link) => link.getAttribute("href")));
  assert.deepEqual(links, documents.map(({ doc }) => `${doc}.html`));
  await Promise.all([page.waitForNavigation(), page.click("main h2 a")]);
  assert.equal(await page.$eval("h1", (heading) => heading.textContent), documents[0].doc);
}

/** Arabic runs to the left, a Latin quotation to the right with its stop behind it, an address whole. */
async function hasDirections(page) {
  const places = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    const place = (words, offset) => {
      const node = nodes.find((node) => node.data.includes(words));
      const at = node.data.indexOf(words) + offset;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const { left, top } = range.getBoundingClientRect();
      return { left, top };
    };
    return {
      arabic: [place("الخط سيفتح", 0), place("الخط سيفتح", 9)],
      latin: [place("Trust us", 0), place("Trust us", 7)],
      stop: [place("Trust us", 7), place("!", 0)],
      address: [place("/tram/", 0), place("/tram/", 5)],
      english: [place("In a short", 0), place("In a short", 9)],
    };
  });
  for (const [name, [first, last]] of Object.entries(places)) {
    assert(Math.abs(first.top - last.top) < 12, `${name}: not in one line`);
    const runsLeft = last.left < first.left;
    assert.equal(runsLeft, name === "arabic", `${name} runs the wrong way`);
  }
}

/** A click in the list goes to the place, a click on a quote shows its entry. */
async function leadsToPlaces(page) {
  await page.setViewport({ width: DESK, height: 320 });
  const numbers = await page.$$eval("aside li", (entries) => entries.map((entry) => entry.dataset.q));
  for (const number of numbers) {
    await page.click(`#s${number} a.said`);
    await settled(page);
    assert(await isInView(page, `#q${number}`), `a click leads to quote ${number}`);
    const current = await page.$$eval("mark.current", (marks) => marks.map((mark) => mark.dataset.q));
    assert(current.length > 0 && current.every((found) => found === number));
  }
  await page.evaluate(() => document.querySelector("#q5").scrollIntoView({ block: "center", behavior: "instant" }));
  await page.click("#q5 .cue");
  await settled(page);
  assert(await page.$eval("#s5", (entry) => entry.classList.contains("current")));
  assert(await isInView(page, "#s5"), "a click on a quote shows its entry");
}

/** When nothing scrolls any more. */
async function settled(page) {
  let before;
  let now = await page.evaluate(() => scrollY);
  do {
    before = now;
    await new Promise((done) => setTimeout(done, 120));
    now = await page.evaluate(() => scrollY);
  } while (now !== before);
}

function isInView(page, selector) {
  return page.$eval(selector, (element) => {
    const { top } = element.getBoundingClientRect();
    return top >= 0 && top < innerHeight;
  });
}

/** Hover and focus show type, speaker, rule, confidence and marks: of the innermost quote. */
async function tellsOfQuotes(page) {
  const shown = () =>
    page.$$eval("mark", (marks) =>
      marks.map((mark) => getComputedStyle(mark, "::after").content).filter((tip) => tip !== "none"));
  assert.deepEqual(await shown(), []);
  await page.hover("#q3");
  const [tip, ...others] = await shown();
  assert(["مباشر", "القائل: ", "القاعدة: ", "88%", "التنصيص: "].every((part) => tip.includes(part)), tip);
  assert.deepEqual(others, []);
  await page.mouse.move(0, 0);
  await page.focus("#q5 > .number");
  assert.match((await shown()).join(), /القول 5/);
  const label = await page.$eval("#q5 > .number", (link) => link.getAttribute("aria-label"));
  assert.equal(label, await page.$eval("#q5", (mark) => mark.dataset.tip));
  // Every quote can be reached by keys.
  const stops = await page.$$eval("article .number", (links) => links.filter((link) => link.tabIndex === 0).length);
  assert.equal(stops, await page.$$eval("aside li", (entries) => entries.length));
}

async function withoutScript(file) {
  await open(file, { hasScript: false, anchor: "#q9" }, async (page) => {
    await page.setViewport({ width: PHONE, height: 600 });
    await page.click("#s4 a.said");
    await settled(page);
    assert(await isInView(page, "#q4"));
    await page.click("#q4 > .number");
    await settled(page);
    assert(await isInView(page, "#s4"));
    await page.click("#s4 summary");
    assert(await page.$eval("#s4 details", (details) => details.open));
    assert.match(await page.$eval("#s4 dl", (list) => list.innerText), /indirect/);
  });
}

/** On paper the list stands behind the text, whole, and nothing is fixed to the window. */
async function printed(file) {
  await open(file, {}, async (page) => {
    await page.emulateMediaType("print");
    const aside = await page.$eval("aside", (aside) => {
      const { position, overflowY } = getComputedStyle(aside);
      const isBehind = aside.getBoundingClientRect().top >= document.querySelector("article").getBoundingClientRect().bottom;
      return { position, overflowY, isBehind };
    });
    assert.deepEqual(aside, { position: "static", overflowY: "visible", isBehind: true });
    assert((await page.pdf({ format: "A4" })).length > 1000);
  });
}

async function isValid(folder) {
  const validator = new HtmlValidate(rules);
  const files = readdirSync(folder).map((name) => join(folder, name));
  const { results } = await validator.validateMultipleFiles(files);
  const said = results.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, message, line, column }) =>
      `${basename(filePath)}:${line}:${column} ${ruleId}: ${message}`));
  assert.deepEqual(said, []);
}
