// Every figure of the five source articles is on its committee's page and opens down to the sentence it came from.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { shot, stage } from './lib/browser.mjs';
import { logIn, people } from './lib/people.mjs';

const here = stage();

// As printed on the page, and words of the article's sentence that must stand beside the figure's source.
const committees = {
  'staff': [
    ['180', '180 đội hình'], ['6.296', '6.296 cây xanh'], ['2.193', '2.193 đơn vị máu'], ['3.500.000.000', '3,5 tỉ đồng'],
    ['412', '412 tập thể và cá nhân'], ['26', '26 tập thể'], ['34', '34 cá nhân'],
  ],
  'staff-001': [
    ['61', '61 điểm cầu'], ['100%', '100%'], ['2.701', '2.701 cán bộ'], ['487', '487 việc'], ['hơn 5.400', 'hơn 5.400 việc'],
    ['113', '113 tập thể'], ['397', '397 cá nhân'],
  ],
  'staff-002': [
    ['79', '79 cấp ủy'], ['4', '04 lớp'], ['2', '02 đồng chí'], ['97%', '97%'], ['86%', '86%'], ['13', '13 tập thể'], ['16', '16 cá nhân'],
  ],
  'staff-003': [['27', '27 tập thể']],
  'staff-004': [['691', '691 tập thể'], ['1.780', '1.780 cá nhân'], ['16', '16 tập thể'], ['32', '32 cá nhân']],
};

const plain = (text) => text.replace(/\s+/g, ' ').trim();

/** The totals of the unit one works at, with every indicator that has a figure. */
async function openTotals(page) {
  await page.goto('/tong-hop');
  const form = page.getByRole('form', { name: 'Bộ lọc tổng hợp' });
  await form.getByLabel('Cột', { exact: true }).selectOption({ label: 'Mọi chỉ tiêu có số' });
  await page.waitForURL(/cot=/);
  return page.url();
}

for (const [who, figures] of Object.entries(committees)) {
  test(`${people[who].purpose}: each figure opens down to its sentence`, async () => {
    const page = await logIn(await here.page(), people[who]);
    const totals = await openTotals(page);
    for (const [printed, words] of figures) {
      await page.goto(totals);
      const cells = page.locator('tfoot a.cell').filter({ hasText: new RegExp(`^\\s*${printed.replace(/[.%]/g, '\\$&').replace(' ', '\\s')}\\s*$`) });
      const ways = await cells.evaluateAll((all) => all.map((a) => a.getAttribute('href')));
      assert.ok(ways.length > 0, `${printed} is on the page of totals`);
      // Two indicators may have the same number; one of them must rest on these words.
      const told = [];
      for (const way of ways) {
        await page.goto(way);
        await page.locator('#nguon').waitFor();
        told.push(...(await page.locator('#nguon blockquote').allTextContents()).map(plain));
      }
      assert.ok(told.some((quote) => quote.includes(words)), `${printed}: “${words}” among ${JSON.stringify(told)}`);
    }
    // From the last one on, down into the text itself.
    await page.locator('#nguon').getByRole('link', { name: 'Mở trong văn bản' }).first().click();
    await page.waitForURL(/\/doc-bao-cao\//);
    assert.match(plain(await page.locator('.sheet').textContent()), new RegExp(figures.at(-1)[1]));
    await shot(page, `figures-${who}`);
    assert.deepEqual(page.faults, []);
  });
}

test('the five figures on the overview lead to their sources', async () => {
  const page = await logIn(await here.page(), people.staff);
  const links = await page.locator('.figs .e a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  assert.ok(links.length >= 5, `${links.length} figures with a source`);
  for (const link of links.slice(0, 5)) {
    await page.goto(link);
    assert.ok(await page.locator('#nguon blockquote').count() > 0, `${link} shows a quote`);
  }
  await shot(page, 'figures-source');
});
