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
