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

/** The month of a cell that nobody sent yet, opened by the office on a phone. */
async function openCell(page, at) {
  await page.goto('/so-lieu/bang-nop?trang-thai=not-begun');
  const rows = page.locator('table.t tbody th a');
  const cell = new URL(await rows.nth(at).getAttribute('href'), page.url());
  const address = `/so-lieu/thang/${cell.pathname.split('/').pop()}?don-vi=${cell.searchParams.get('don-vi')}`;
  await page.goto(address);
  await page.getByRole('button', { name: 'Gửi báo cáo' }).waitFor();
  return { address, filing: cell.pathname + cell.search };
}

/** Answers every question: as last month where there was one, else with 1; the present as given. */
async function answer(page, present) {
  await page.getByText('Có', { exact: true }).click();
  for (const name of [/Câu chuyện/, /Việc làm theo/, /Lượt áp dụng/]) {
    const again = page.getByRole('button', { name: new RegExp(`^Dùng lại.*${name.source}`) });
    if (await again.count()) await again.first().click(); else await box(page, name).fill('1');
  }
  await box(page, 'Đảng viên có mặt').fill(present);
  const send = page.getByRole('button', { name: 'Gửi báo cáo' });
  await send.click();
}

/** Sends a packet as the page's script does, and tells how the program took it. */
async function deliver(page, [to, body]) {
  const answer = await page.request.post(to, {
    data: body, headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
  });
  assert.equal(answer.status(), 200, await answer.text());
  return (await answer.json())['ket-qua'];
}

async function timesSent(page, filing) {
  await page.goto(filing);
  const history = await page.locator('section', { hasText: 'Quá trình' }).last().innerText();
  return history.match(/Gửi lên/g).length;
}

test('what the device made first and what arrives last are two things: the later answer stays, stored once', async () => {
  const page = await logIn(await here.page({ viewport: phone }), people.staff);
  const { filing } = await openCell(page, 0);
  // Every packet is noted; the first one gets lost before it reaches the program.
  await page.evaluate(() => {
    const real = window.fetch;
    window.packets = [];
    window.fetch = (to, sent) => {
      window.packets.push([to, sent.body.toString()]);
      sessionStorage.packets = JSON.stringify(window.packets);
      return window.packets.length === 1 ? Promise.reject(new Error('lost')) : real(to, sent);
    };
  });
  await answer(page, '5');
  await page.getByRole('status').getByText(/chờ mạng để gửi/).waitFor();
  await box(page, 'Đảng viên có mặt').fill('6');
  await page.getByRole('button', { name: 'Gửi báo cáo' }).click();
  await page.getByRole('heading', { name: /Biên nhận/ }).waitFor();
  const [first, second] = JSON.parse(await page.evaluate(() => sessionStorage.packets));
  // The first one arrives after all, behind the second; then both come once more.
  assert.equal(await deliver(page, first), 'cu');
  assert.equal(await deliver(page, second), 'lai');
  assert.equal(await deliver(page, first), 'cu');
  assert.equal(await timesSent(page, filing), 1);
  await page.goto(filing);
  assert.match(await page.locator('main').innerText(), /Đảng viên có mặt[^]{0,80}\b6\s+người/);
});

test('two days without a network end in one filing', async () => {
  const page = await logIn(await here.page({ viewport: phone }), people.staff);
  // The device's clock: it is two days ago.
  const days = 2 * 24 * 3600 * 1000;
  await page.clock.install({ time: new Date(Date.now() - days) });
  const { address, filing } = await openCell(page, 1);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await page.reload();
  await page.context().setOffline(true);
  await page.getByText('Chưa có mạng.').waitFor();
  await answer(page, '5');
  await page.getByRole('status').getByText(/chờ mạng để gửi/).waitFor();
  await page.clock.fastForward('24:00:00');
  const next = await page.context().newPage();
  await page.close();
  await next.clock.fastForward('24:00:00');
  await next.goto(address);
  await next.getByText('Chưa có mạng.').waitFor();
  assert.equal(await box(next, 'Đảng viên có mặt').inputValue(), '5');
  const [packet] = await next.evaluate(() => JSON.parse(localStorage.getItem('thang-cho')));
  const age = Date.now() - Number(packet.fields.luc);
  assert.ok(Math.abs(age - days) < 3600 * 1000, `made ${age} ms ago`);
  const token = await next.locator('input[name=ma]').first().inputValue();
  await next.context().setOffline(false);
  await next.getByRole('heading', { name: /Biên nhận/ }).waitFor();
  assert.deepEqual(await next.evaluate(() => JSON.parse(localStorage.getItem('thang-cho'))), []);
  const body = new URLSearchParams({ ...packet.fields, ma: token }).toString();
  assert.equal(await deliver(next, [packet.to, body]), 'lai');
  assert.equal(await timesSent(next, filing), 1);
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
