// The seconds that a person needs to bring the figures of article 001 in: confirmed one by one, the certain ones at once, and typed
// into the form. A real browser is driven at the pace of the keystroke-level model; what the program takes is told beside it.
// Not here: the build and the server's start (`bench/confirm`).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser, openPage } from '../e2e/lib/browser.mjs';
import { openHouse, root } from '../e2e/lib/house.mjs';
import { logIn, people } from '../e2e/lib/people.mjs';

// Card, Moran and Newell 1980, milliseconds: to point and press, a key, from mouse to keyboard or back, to make up one's mind.
const PACE = { press: 1300, key: 280, hands: 400, mind: 1350 };

/** Somebody at work: everything done is counted and waited for. */
function worker() {
  const me = { presses: 0, keys: 0, paced: 0, begun: performance.now() };
  const wait = async (ms) => { me.paced += ms; await new Promise((done) => setTimeout(done, ms)); };
  me.think = () => wait(PACE.mind);
  me.press = async (what) => { me.presses += 1; await wait(PACE.press); await what.click(); };
  me.choose = async (field, label) => { me.presses += 2; await wait(2 * PACE.press); await field.selectOption({ label }); };
  me.paste = async (field, text) => { me.keys += 2; await wait(PACE.hands + 2 * PACE.key); await field.fill(text); await wait(PACE.hands); };
  me.type = async (page, text) => {
    await wait(PACE.hands);
    for (const letter of text) { me.keys += 1; await wait(PACE.key); await page.keyboard.insertText(letter); }
    await wait(PACE.hands);
  };
  me.told = () => ({ presses: me.presses, keys: me.keys, seconds: (performance.now() - me.begun) / 1000, paced: me.paced / 1000 });
  return me;
}

const article = readFileSync(join(root, 'demo/articles/001.txt'), 'utf8');

/** From the page of reports to the written figures; `atOnce` takes what is certain with one press. */
async function confirm(page, atOnce) {
  await page.goto('/');
  const me = worker();
  await me.press(page.getByRole('link', { name: 'Đọc báo cáo' }).first());
  const text = page.getByLabel('Hoặc dán văn bản');
  await me.press(text);
  await me.paste(text, article);
  await me.choose(page.getByRole('main').getByLabel('Kỳ'), 'Năm 2023');
  await me.press(page.getByRole('button', { name: 'Đọc báo cáo' }));
  await page.waitForURL(/\/doc-bao-cao\/[^/?]+/);
  const proposals = page.locator('ol.pl > li');
  const count = await proposals.count();
  for (let n = 1; n <= count; n += 1) await me.think();
  if (atOnce) await me.press(page.getByRole('button', { name: /^Nhận \d+ số chắc chắn/ }));
  await page.waitForLoadState();
  for (let taken = 0; taken < count; taken += 1) {
    const next = page.getByRole('button', { name: /^Nhận\s*\d+$/ }).first();
    if (!(await next.count())) break;
    await me.press(next);
    await page.waitForLoadState();
  }
  await me.press(page.getByRole('button', { name: /^Ghi \d+ số đã nhận/ }));
  await page.getByRole('status').getByText(/Đã ghi \d+ số vào kho số liệu/).waitFor();
  return { ...me.told(), figures: count };
}

// As the form takes them; two commendations that the proposals keep apart by form stand in one field.
const typed = {
  'HT02.any.': '61', 'HT03.any.': '2701', 'HT04.any.': '100%', 'KH02.any.': '487', 'KH03.any.': 'hơn 5400',
  'NT01.collective.': '113', 'NT01.individual.': '397', 'KT10.individual.': '1', 'KT10.collective.': '2',
};

/** From the page of figures to the same figures typed and written. */
async function type(page) {
  await page.goto('/');
  const me = worker();
  await me.press(page.getByRole('link', { name: 'Số liệu' }).first());
  await me.choose(page.getByRole('main').getByLabel('Kỳ').first(), 'Năm 2023');
  await me.press(page.getByRole('button', { name: 'Mở bảng nhập' }));
  await page.getByRole('button', { name: 'Ghi số liệu' }).waitFor();
  for (const [name, value] of Object.entries(typed)) {
    // Where it stands in the text, and where in the form.
    await me.think();
    await me.think();
    const field = page.locator(`input[name="so-o${name}"]`);
    await me.press(field);
    await field.fill('');
    await me.type(page, value);
  }
  await me.press(page.getByRole('button', { name: 'Ghi số liệu' }));
  await page.getByRole('status').getByText(/Đã ghi \d+ số liệu/).waitFor();
  return { ...me.told(), figures: Object.keys(typed).length };
}

const browser = await openBrowser();
const house = await openHouse();
try {
  const at = async (who) => logIn(await openPage(browser, house), who);
  const rows = [
    ['typed into the form', await type(await at(people['staff-001']))],
    ['confirmed one by one', await confirm(await at(people.staff), false)],
    ['the certain ones at once', await confirm(await at(people.clerk), true)],
  ];
  console.log('| article 001 | figures | clicks | keys | seconds | of these the program\'s |\n|---|---|---|---|---|---|');
  for (const [name, row] of rows) {
    console.log(`| ${name} | ${row.figures} | ${row.presses} | ${row.keys} | ${row.seconds.toFixed(1)} | ${(row.seconds - row.paced).toFixed(2)} |`);
  }
} finally {
  await browser.close();
  await house.stop();
}
