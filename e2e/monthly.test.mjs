// The monthly form on a phone: without a network, sent later, once; and the form by sections that saves itself.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { phone, stage } from './lib/browser.mjs';
import { logIn, people } from './lib/people.mjs';

const here = stage();

/** The current month's form of the clerk's own cell. */
async function openMonth(page) {
  await page.goto('/so-lieu/nop');
  const href = await page.getByRole('link', { name: 'Báo cáo tháng', exact: true }).getAttribute('href');
  await page.goto(href);
  await page.getByRole('button', { name: 'Gửi báo cáo' }).waitFor();
  return href;
}

const box = (page, name) => page.getByRole('textbox', { name });

async function fill(page) {
  await page.getByText('Có', { exact: true }).click();
  await box(page, 'Đảng viên có mặt').fill('25');
  await page.getByRole('button', { name: /Thêm 1 câu chuyện/ }).click();
  await page.getByRole('button', { name: /^Dùng lại.*Việc làm theo/ }).click();
  await box(page, 'Lượt áp dụng lại').fill('0');
}

test('filled without a network, kept over a closed tab, sent once when the network is back', async () => {
  const page = await logIn(await here.page({ viewport: phone }), people.clerk);
  const href = await openMonth(page);
  // The worker takes over; the second visit goes through it and is kept.
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await page.reload();
  await page.context().setOffline(true);
  await page.getByText('Chưa có mạng.').waitFor();
  await fill(page);
  await page.getByRole('status').getByText(/Đã lưu trong máy lúc/).waitFor();
  // The tab is closed and opened again, still without a network.
  const again = await page.context().newPage();
  await page.close();
  await again.goto(href);
  await again.getByText('Chưa có mạng.').waitFor();
  assert.equal(await box(again, 'Đảng viên có mặt').inputValue(), '25');
  await again.getByRole('button', { name: 'Gửi báo cáo' }).click();
  await again.getByRole('status').getByText(/chờ mạng để gửi/).waitFor();
  // The network is back, but the first answer is lost on the way.
  await again.evaluate(() => {
    const real = window.fetch;
    window.fetch = (...sent) => real(...sent).then(() => { window.fetch = real; window.answerLost = true; throw new Error('lost'); });
  });
  await again.context().setOffline(false);
  await again.waitForFunction(() => window.answerLost === true);
  await again.getByRole('status').getByText(/chờ mạng để gửi/).waitFor();
  assert.equal(await again.evaluate(() => JSON.parse(localStorage.getItem('thang-cho')).length), 1);
  await again.evaluate(() => window.dispatchEvent(new Event('online')));
  await again.getByRole('heading', { name: /Biên nhận/ }).waitFor();
  assert.match(await again.locator('dl').innerText(), /BC-\d{4}-\d{2}-/);
  await again.goto('/so-lieu/nop');
  await again.getByRole('link', { name: /Báo cáo tháng của chi bộ/ }).first().click();
  const history = await again.getByRole('region', { name: 'Quá trình' }).or(again.locator('section', { hasText: 'Quá trình' })).last().innerText();
  assert.equal(history.match(/Gửi lên/g).length, 1, history);
});

test('more present than members is refused on the phone, with the sentence at its place', async () => {
  const page = await logIn(await here.page({ viewport: phone, script: false }), people.staff);
  await page.goto('/so-lieu/bang-nop?cham=');
  await page.goto(await page.getByRole('link', { name: 'Chi bộ Ban Nội chính Thành ủy' }).first().getAttribute('href'));
  const unit = new URL(page.url()).searchParams.get('don-vi');
  const period = new URL(page.url()).pathname.split('/').pop();
  await page.goto(`/so-lieu/thang/${period}?don-vi=${unit}`);
  await page.getByText('Có', { exact: true }).click();
  await box(page, 'Đảng viên có mặt').fill('31');
  for (const name of ['Câu chuyện', 'Việc làm theo', 'Lượt áp dụng']) await box(page, new RegExp(name)).fill('1');
  await page.getByRole('button', { name: 'Gửi báo cáo' }).click();
  await page.getByRole('alert').getByText(/không thể là 31/).waitFor();
  assert.equal(await box(page, 'Đảng viên có mặt').inputValue(), '31');
});
