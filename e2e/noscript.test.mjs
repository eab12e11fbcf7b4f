// With JavaScript switched off everything still works: logging in, filtering, typing, reading, switching the look.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { stage } from './lib/browser.mjs';
import { logIn, people, setLook } from './lib/people.mjs';

const here = stage();

const plain = async (who) => logIn(await here.page({ script: false }), who);

test('filters of the totals work as plain forms', async () => {
  const page = await plain(people.staff);
  await page.goto('/tong-hop');
  const form = page.getByRole('form', { name: 'Bộ lọc tổng hợp' });
  const columns = form.getByLabel('Cột', { exact: true });
  await columns.selectOption({ label: 'Mọi chỉ tiêu có số' });
  await form.getByRole('button', { name: 'Xem' }).click();
  await page.waitForLoadState();
  assert.match(page.url(), /cot=/);
});

test('figures are typed and kept', async () => {
  const page = await plain(people.clerk);
  await page.goto('/so-lieu');
  await page.getByRole('button', { name: 'Mở bảng nhập' }).click();
  await page.getByRole('textbox', { name: /Cây xanh/ }).first().fill('41');
  await page.getByRole('button', { name: 'Ghi số liệu' }).last().click();
  await page.getByRole('status').getByText(/Đã ghi 1 số liệu/).waitFor();
});

test('a report is read and a proposal accepted', async () => {
  const page = await plain(people.clerk);
  await page.goto('/doc-bao-cao');
  await page.getByLabel('Hoặc dán văn bản').fill('Năm 2023 đơn vị trồng mới 321 cây xanh và hiến 45 đơn vị máu.');
  await page.getByRole('button', { name: 'Đọc báo cáo' }).click();
  await page.waitForURL(/\/doc-bao-cao\/[^/?]+/);
  await page.getByRole('button', { name: /^Nhận \d+$/ }).first().click();
  await page.getByText(/^1 trên \d+ số đã nhận/).waitFor();
});

test('size and contrast are kept by the server', async () => {
  const page = await plain(people.staff);
  await setLook(page, 'Chữ lớn 150%');
  await setLook(page, 'Tương phản cao');
  await page.goto('/don-vi');
  assert.equal(await page.locator('html').getAttribute('data-co-chu'), '150');
  assert.equal(await page.locator('html').getAttribute('data-tuong-phan'), 'cao');
});
