// A report becomes figures: pasted or uploaded, accepted with the keyboard, corrected, written, found again.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { shot, stage } from './lib/browser.mjs';
import { logIn, people } from './lib/people.mjs';

const here = stage();

const report = [
  'BÁO CÁO kết quả học tập và làm theo Bác năm 2023',
  '',
  'Trong năm 2023, đoàn viên, hội viên đã trồng mới 1.357 cây xanh, hiến 86 đơn vị máu.',
  'Các chi bộ tổ chức 12 điểm cầu với 940 lượt người dự học tập chuyên đề.',
  'Toàn đơn vị đóng góp hơn 250 triệu đồng chăm lo an sinh xã hội.',
].join('\n');

/** Pastes the report and stands on its reading page. */
async function paste(page, text = report) {
  await page.goto('/doc-bao-cao');
  await page.getByLabel('Hoặc dán văn bản').fill(text);
  await page.getByRole('main').getByLabel('Kỳ').selectOption({ label: 'Năm 2023' });
  await page.getByLabel('Tên gọi').fill('Báo cáo thử 01-BC/TEST');
  await page.getByRole('button', { name: 'Đọc báo cáo' }).click();
  await page.waitForURL(/\/doc-bao-cao\/[^/?]+/);
}

const proposal = (page, indicator) => page.locator('ol.pl > li').filter({ has: page.locator('.lb', { hasText: indicator }) }).first();

test('a pasted report is read, accepted with the keyboard, corrected, written and found in the totals', async () => {
  const page = await logIn(await here.page(), people.clerk);
  await paste(page);
  await page.getByRole('heading', { name: 'Số đề xuất' }).waitFor();
  const list = page.locator('ol.pl > li');
  assert.ok(await list.count() >= 4, 'at least four proposals');
  assert.equal(await page.getByLabel('Kỳ', { exact: true }).locator('option:checked').textContent(), 'Năm 2023');
  assert.match(await page.locator('mark').allTextContents().then((all) => all.join(' ')), /1\.357/);

  // The first with the keyboard alone.
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+Enter');
  await page.getByText(/^1 trên \d+ số đã nhận/).waitFor();

  // One corrected.
  const blood = proposal(page, 'Đơn vị máu');
  await blood.locator('summary').click();
  await blood.getByLabel('Số', { exact: true }).fill('87');
  await blood.getByRole('button', { name: /Nhận số đã sửa/ }).click();
  await page.getByText(/^2 trên \d+ số đã nhận/).waitFor();
  await shot(page, 'reading-half-way');

  await page.getByRole('button', { name: /^Ghi 2 số đã nhận/ }).click();
  await page.getByRole('status').getByText('Đã ghi 2 số vào kho số liệu.').waitFor();

  // Found again: in the totals of that year, with its sentence, and as corrected.
  await page.goto('/tong-hop?tu=2023&den=2023');
  const cell = page.locator('tfoot a.cell').filter({ hasText: /^\s*1\.357\s*$/ });
  assert.equal(await page.locator('tfoot a.cell').filter({ hasText: /^\s*87\s*$/ }).count(), 1);
  await cell.click();
  await page.locator('#nguon blockquote').getByText('1.357 cây xanh').waitFor();

  // The same text once more leads to what is there.
  await paste(page);
  await page.getByRole('status').getByText('Văn bản này đã tải lên trước đây; đây là bản đã có, không tạo thêm.').waitFor();
  await page.getByRole('heading', { name: 'Số đề xuất' }).waitFor();
  assert.deepEqual(page.faults, []);
});

test('a file that is no document is refused in words and leaves nothing behind', async () => {
  const page = await logIn(await here.page(), people.clerk);
  await page.goto('/doc-bao-cao');
  const before = await page.locator('table.t tbody tr').count();
  await page.getByLabel('Tệp báo cáo').setInputFiles({ name: 'báo cáo.docx', mimeType: 'application/octet-stream', buffer: Buffer.from('PK\u0003\u0004 not really') });
  await page.getByRole('button', { name: 'Đọc báo cáo' }).click();
  await page.getByRole('alert').getByText(/hỏng|Không đọc được/).waitFor();
  await page.goto('/doc-bao-cao');
  assert.equal(await page.locator('table.t tbody tr').count(), before);
});

test('a table of three thousand rows is decided on a page at a time, and beside each page stand its rows', async () => {
  const page = await logIn(await here.page(), people.clerk);
  const rows = Array.from({ length: 3000 }, (_, at) => `${at + 1}\tThôn ${at + 1}\t${at + 11}`);
  const closing = 'Trong năm 2023, cán bộ, công chức, viên chức đã hiến 57 đơn vị máu.';
  const text = [report, '', 'STT\tĐơn vị\tSố cây trồng mới (cây)', ...rows, '', closing].join('\n');
  await page.goto('/doc-bao-cao');
  await page.getByLabel('Tệp báo cáo').setInputFiles({ name: 'bang-dai.txt', mimeType: 'text/plain', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: 'Đọc báo cáo' }).click();
  await page.waitForURL(/\/doc-bao-cao\/[^/?]+/);
  const list = page.locator('ol.pl > li');
  const marks = page.locator('mark.h');
  const all = (await page.getByText(/^0 trên 3\.00\d số đã nhận/).textContent()).match(/3\.00\d/)[0];
  await page.getByText(`Số 1–100 trên ${all}`).last().waitFor();
  await page.waitForLoadState();
  assert.equal(await list.count(), 100);
  const left = page.getByText(/^… 2\.\d{3} dòng không hiện ở trang này\./);
  assert.equal(await left.count(), 1);
  assert.match(await left.getByRole('link', { name: 'Mở tệp gốc' }).getAttribute('href'), /\/goc$/);
  assert.ok(await page.locator('.sheet tr').count() < 150, 'the rows beside the page');
  await page.locator('.sheet').getByText(/đóng góp hơn 250 triệu/).waitFor();
  await page.locator('.sheet').getByText(/đã hiến 57 đơn vị máu/).waitFor();

  await page.getByRole('link', { name: 'Trang sau' }).first().click();
  await page.waitForURL(/\?trang=2#hp$/);
  await page.getByText(`Số 101–200 trên ${all}`).last().waitFor();
  assert.equal(await list.count(), 100);
  assert.equal(await list.first().getAttribute('id'), 'd101');
  for (const number of [101, 150, 200]) {
    assert.equal(await page.locator(`#s${number}`).textContent(), `${(await page.locator(`#d${number} .val`).textContent()).match(/\d+/)[0]}${number}`);
  }
  assert.ok(await marks.count() < 130, 'the marks beside the page');
  await shot(page, 'reading-second-page');

  // One with the mouse, the next with the keyboard: the same page of proposals and the place after.
  await page.locator('#d120').getByRole('button', { name: 'Nhận 120' }).click();
  await page.getByText(/^1 trên 3\.00\d số đã nhận/).waitFor();
  assert.match(page.url(), /\?trang=2#d121$/);
  await page.locator('#d121:focus').waitFor();
  await page.keyboard.press('Alt+Enter');
  await page.getByText(/^2 trên 3\.00\d số đã nhận/).waitFor();
  assert.match(page.url(), /\?trang=2#d122$/);
  await page.locator('#d200').getByRole('button', { name: 'Nhận 200' }).click();
  await page.getByText(/^3 trên 3\.00\d số đã nhận/).waitFor();
  assert.match(page.url(), /\?trang=2#d200$/);

  // What is certain is certain on every page: the report's figures on the first, the closing one on the last.
  const certain = page.getByRole('button', { name: /^Nhận \d+ số chắc chắn/ });
  const count = Number((await certain.textContent()).match(/\d+/)[0]);
  assert.ok(count >= 2, `${count} certain`);
  await certain.click();
  await page.getByText(new RegExp(`^${count + 3} trên 3\\.00\\d số đã nhận`)).waitFor();
  assert.match(page.url(), /\?trang=2$/);
  await page.getByRole('button', { name: `Ghi ${count + 3} số đã nhận` }).waitFor();
  await page.goto(page.url().replace('trang=2', 'trang=99'));
  await page.waitForLoadState();
  assert.ok(await list.count() < 100, 'the last page');
  const last = proposal(page, 'Đơn vị máu');
  await last.getByText('Đã nhận').first().waitFor();
  assert.deepEqual(page.faults, []);
});
