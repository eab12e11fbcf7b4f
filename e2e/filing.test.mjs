// One filing by sections: it saves itself, takes a column from a sheet, takes last period's value again, keeps zero
// apart from nothing, and shows the evidence of a figure. And the same filing as an Excel file.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { stage } from './lib/browser.mjs';
import { logIn, people } from './lib/people.mjs';

const here = stage();
const saved = (page) => page.getByText(/^Đã lưu lúc \d\d:\d\d/).waitFor();
const box = (page, name) => page.getByRole('textbox', { name });

/** The clerk's monthly form, at its section of three figures. */
async function openFiling(page) {
  await page.goto('/so-lieu/nop');
  await page.getByRole('link', { name: /Báo cáo tháng của chi bộ/ }).first().click();
  await page.getByRole('link', { name: /Việc làm theo Bác trong tháng/ }).click();
  await box(page, /Câu chuyện về Bác/).waitFor();
  return page.url();
}

test('a filing saves itself, and a column from a sheet fills it downwards', async () => {
  const page = await logIn(await here.page(), people.clerk);
  const place = await openFiling(page);
  await box(page, /Câu chuyện về Bác/).fill('3');
  await saved(page);
  await page.goto(place);
  assert.equal(await box(page, /Câu chuyện về Bác/).inputValue(), '3');

  await box(page, /Câu chuyện về Bác/).evaluate((field) => {
    const sheet = new DataTransfer();
    sheet.setData('text', '4\tchuyện\r\n0\tviệc\r\n1.200\tlượt\r\n');
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: sheet, bubbles: true, cancelable: true }));
  });
  await saved(page);
  await page.goto(place);
  const values = async () => Promise.all([/Câu chuyện về Bác/, /Việc làm theo hoàn thành/, /Lượt áp dụng lại/].map((name) => box(page, name).inputValue()));
  assert.deepEqual(await values(), ['4', '0', '1.200']);
  assert.deepEqual(page.faults, []);
});

test('nothing is not zero, and last month can be taken again', async () => {
  const page = await logIn(await here.page(), people.clerk);
  const place = await openFiling(page);
  const step = page.getByRole('link', { name: /Việc làm theo Bác trong tháng/ });
  await box(page, /Việc làm theo hoàn thành/).fill('0');
  await box(page, /Lượt áp dụng lại/).fill('0');
  await box(page, /Câu chuyện về Bác/).fill('1');
  await saved(page);
  await page.goto(place);
  assert.match(await step.textContent(), /Đã đủ/);
  await box(page, /Việc làm theo hoàn thành/).fill('');
  await saved(page);
  await page.goto(place);
  assert.equal(await box(page, /Việc làm theo hoàn thành/).inputValue(), '');
  assert.match(await step.textContent(), /Thiếu 1 ô/);

  const again = page.getByRole('button', { name: /^Dùng lại \d+ Việc làm theo hoàn thành/ });
  const last = (await again.textContent()).match(/Dùng lại (\d+)/)[1];
  await again.click();
  await page.waitForLoadState();
  assert.equal(await box(page, /Việc làm theo hoàn thành/).inputValue(), last);
  await page.getByRole('button', { name: 'Lưu', exact: true }).last().click();
  await page.waitForLoadState();
  await page.goto(place);
  assert.equal(await box(page, /Việc làm theo hoàn thành/).inputValue(), last);
});

test('a file is attached to a figure and handed out again', async () => {
  const page = await logIn(await here.page(), people.clerk);
  const place = await openFiling(page);
  const row = page.getByRole('row', { name: /Câu chuyện về Bác/ });
  await row.getByText('Thêm minh chứng').click();
  await row.locator('input[type=file]').setInputFiles({ name: 'bien-ban.txt', mimeType: 'text/plain', buffer: Buffer.from('Đã kể 3 câu chuyện.') });
  await box(page, /Câu chuyện về Bác/).fill('3');
  await page.getByRole('button', { name: 'Lưu', exact: true }).last().click();
  await page.waitForLoadState();
  await page.goto(place);
  const link = row.getByRole('link', { name: 'bien-ban.txt' });
  const answer = await page.request.get(await link.getAttribute('href'));
  assert.equal(await answer.text(), 'Đã kể 3 câu chuyện.');
});

test('the form goes out as an Excel file and comes back with nothing to write', async () => {
  const page = await logIn(await here.page(), people.clerk);
  await openFiling(page);
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Tải biểu của tôi' }).click()]);
  const path = await file.path();
  assert.equal(readFileSync(path).subarray(0, 2).toString(), 'PK');
  await page.getByRole('link', { name: 'Nộp tệp Excel' }).click();
  await page.getByLabel('Tệp', { exact: true }).setInputFiles({ name: 'bieu.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: readFileSync(path) });
  await page.getByRole('button', { name: 'Xem trước' }).click();
  await page.getByText('không có gì để ghi').waitFor();
  assert.deepEqual(page.faults, []);
});
