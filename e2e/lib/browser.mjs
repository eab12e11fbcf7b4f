// A real browser, people who log in, and the questions asked of every page: axe, sideways scroll, sheets of paper.
// Not here: where anything stands on a particular page.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { chromium } from 'playwright-core';
import { openHouse, shots } from './house.mjs';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const desk = { width: 1366, height: 768 };
export const phone = { width: 390, height: 844 };
export const narrow = { width: 320, height: 640 };

export function openBrowser() {
  const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
}

/** A page of somebody's own, with cookies of its own. */
export async function openPage(browser, house, { viewport = desk, script = true } = {}) {
  const context = await browser.newContext({
    viewport, javaScriptEnabled: script, locale: 'vi-VN', baseURL: house.url, hasTouch: viewport.width < 800,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  // A page that throws is broken even if the journey gets through.
  page.faults = [];
  page.on('pageerror', (fault) => page.faults.push(String(fault)));
  page.on('console', (line) => { if (line.type() === 'error' && /Content Security Policy/.test(line.text())) page.faults.push(line.text()); });
  page.on('response', (answer) => {
    if (answer.status() >= 500) page.faults.push(`${answer.status()} ${answer.url()}`);
  });
  return page;
}

/** A browser and a house for all journeys of a file; `page` opens a page in it. */
export function stage() {
  const here = {};
  before(async () => {
    here.browser = await openBrowser();
    here.house = await openHouse();
  });
  after(async () => {
    await here.browser?.close();
    await here.house?.stop();
  });
  here.page = (options) => openPage(here.browser, here.house, options);
  return here;
}

/** What axe finds, as lines to read. axe runs outside the page's own scripts, so its policy stays as served. */
export async function violations(page) {
  // Wherever the address led to: from the top, or what a sticky bar happens to cover would count as too small.
  await page.evaluate(() => window.scrollTo(0, 0));
  const cdp = await page.context().newCDPSession(page);
  const { frameTree } = await cdp.send('Page.getFrameTree');
  const { executionContextId: contextId } = await cdp.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  await cdp.send('Runtime.evaluate', { contextId, expression: axeSource });
  const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
    contextId, awaitPromise: true, returnByValue: true,
    expression: `axe.run(document, { runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice'] })
      .then((report) => report.violations.flatMap((v) => v.nodes.map((n) =>
        v.id + ' (' + v.impact + '): ' + n.target.join(' ') + ' — ' + (n.any[0]?.message ?? v.help))))`,
  });
  await cdp.detach();
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

/** What is wider than the window or, where a table stands as cards, than its card, which cuts it off; empty when all fits. */
export const overflow = (page) => page.evaluate(() => {
  const told = (el, wide) => `${el.tagName.toLowerCase()}.${el.className} to ${Math.round(wide)}: ${el.textContent.trim().slice(0, 40)}`;
  const cut = [...document.querySelectorAll('.t.cards tbody :is(td, th)')]
    .filter((el) => ['block', 'flex'].includes(getComputedStyle(el).display) && el.scrollWidth > el.clientWidth + 1)
    .slice(0, 5).map((el) => told(el, el.scrollWidth));
  const { scrollWidth } = document.documentElement;
  if (scrollWidth <= window.innerWidth) return cut;
  const wide = [...document.querySelectorAll('body *')]
    .filter((el) => el.getBoundingClientRect().right > window.innerWidth + 1 && !el.closest('[tabindex="0"]'))
    .slice(0, 5).map((el) => told(el, el.getBoundingClientRect().right));
  return [`${scrollWidth} > ${window.innerWidth}`, ...wide, ...cut];
});

/** Prints the page on A4 and says how many sheets it takes. */
export async function sheets(page, name) {
  const path = join(shots, `${name}.pdf`);
  writeFileSync(path, await page.pdf({ format: 'A4', preferCSSPageSize: true }));
  return Number(/^Pages:\s+(\d+)/m.exec(execFileSync('pdfinfo', [path], { encoding: 'utf8' }))[1]);
}

export const shot = (page, name) => page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });

/** Types the way a Vietnamese input method does: letters, then Backspaces and the marked letters in their place. */
export async function typeLikeUnikey(page, field) {
  await field.click();
  await field.fill('');
  // Each step: how many letters are taken back, and what comes in their place.
  const steps = [[0, 'Nguye'], [1, 'ê'], [1, 'ễ'], [0, 'n'], [0, ' Th'], [0, 'i'], [1, 'ị'], [0, ' Thu'], [0, 'y'], [2, 'ùy'],
    [0, ' D'], [0, 'u'], [0, 'o'], [2, 'ươ'], [0, 'n'], [2, 'ơn'], [0, 'g']];
  for (const [back, letters] of steps) {
    for (let i = 0; i < back; i += 1) await page.keyboard.press('Backspace');
    for (const letter of letters) {
      if (letter < '\u0080') await page.keyboard.press(letter === ' ' ? 'Space' : letter);
      else await page.keyboard.insertText(letter);
    }
  }
  return 'Nguyễn Thị Thùy Dương';
}
