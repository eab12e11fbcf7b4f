// Every page, as everybody may meet it: on a desk and on a phone, in both contrasts, narrow, in large letters,
// and typed into with a Vietnamese input method.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { desk, narrow, overflow, phone, shot, stage, typeLikeUnikey, violations } from './lib/browser.mjs';
import { findUnit, logIn, people, setLook } from './lib/people.mjs';
import { kindOf, pages, reached } from './lib/routes.mjs';

const here = stage();

/** One page of every kind that the router knows, by whoever reaches it: found once for all looks. */
let kinds = null;
const everyKind = () => { kinds ??= reached(() => here.page()); return kinds; };

/** name → how to get there: pages that are worth a look in a state of their own, beside those of `everyKind`. */
async function tour(page) {
  const unit = await findUnit(page, people.unit);
  await page.goto('/doc-bao-cao');
  const reading = await page.locator('table.t tbody a').first().getAttribute('href');
  await page.goto('/tong-hop');
  const cell = await page.locator('table a.cell').first().getAttribute('href');
  const own = `?don-vi=${unit.href.split('/').pop().split('?')[0]}`;
  await page.goto(`/chuong-trinh/chuyen-de${own}`);
  const programme = await page.locator('ul.todo a').first().getAttribute('href');
  await page.goto(`/quyet-dinh${own}`);
  const decision = (await page.locator('table.t tbody a').first().getAttribute('href')).split('?')[0];
  // One of a list: an identity has a digit, a verb has none.
  const firstOf = async (path) => {
    await page.goto(`${path}${own}`);
    const all = await page.locator(`main a[href^="${path}/"]`).evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    return all.find((href) => /^[^?]*\/(?=[^/?]*\d)[^/?]+(\?|$)/.test(href)).split('?')[0];
  };
  const council = await firstOf('/hoi-dong');
  const round = await firstOf('/khen-thuong/dot');
  const dossier = await firstOf('/khen-thuong');
  const person = await firstOf('/ca-nhan');
  await page.goto(`/bao-cao${own}`);
  const report = await page.locator('table.t tbody a').first().getAttribute('href');
  const id = unit.href.split('/').pop();
  await page.goto('/so-lieu/bieu');
  const form = await page.locator('ul.todo a').first().getAttribute('href');
  return {
    'so-da-chot': `/tong-hop?don-vi=${id}&tu=2024Q1&den=2024Q1&chot=1&them=ty-trong`, 'tung-quy': `/tong-hop?don-vi=${id}&tu=2023&den=2024&cot=quy&them=cung-ky&nhom=loai`, 'luu-bang': `/tong-hop/luu?don-vi=${id}&cot=quy`, 'vi-sao-khac': `/tong-hop/vi-sao-khac?don-vi=${id}&ky=2024Q1&lan=1&voi=2`, 'chot': `/tong-hop/chot?don-vi=${id}&ky=2024Q1`,
    'tong-quan': '/', 'don-vi': '/don-vi', 'mot-don-vi': unit.href, 'tim': '/tim?q=dang+uy', 'khong-thay': '/khong-co-trang-nay',
    'doc-bao-cao': '/doc-bao-cao', 'chong-bao-cao': '/doc-bao-cao/chong', 'mot-bao-cao': reading, 'tong-hop': '/tong-hop', 'nguon': cell, 'chuong-trinh': '/chuong-trinh',
    'chi-tieu': '/chuong-trinh/chi-tieu', 'so-lieu': '/so-lieu', 'so-tong-quan': '/so-tong-quan', 'quan-tri': '/quan-tri', 'nhat-ky': '/quan-tri/nhat-ky', 'bang-quyen': '/quan-tri/bang-quyen', 'mat-khau': '/mat-khau', 'ma-truy-cap': '/ma-truy-cap', 'tro-giup': '/tro-giup',
    'nhap-don-vi': '/don-vi/nhap', 'tao-don-vi': '/don-vi/tao', 'chia-tach': `${unit.href}/chia-tach`, 'tao-tai-khoan': '/quan-tri/tai-khoan/tao', 'cac-lan-nhap': '/quan-tri/cac-lan-nhap',
    'chuyen-de': '/chuong-trinh/chuyen-de', 'quy-dinh': '/khen-thuong/quy-dinh', 'ho-so-de-nghi': '/khen-thuong', 'lap-ho-so': '/khen-thuong/de-nghi', 'hoi-dong': '/hoi-dong', 'quyet-dinh': '/quyet-dinh', 'mot-quyet-dinh': decision, 'giay-khen': `${decision}/giay-khen`,
    'so-khen': '/so-khen', 'khen-tap-the': `/so-khen/tap-the/${own.split('=')[1]}`, 'huy-hieu': '/huy-hieu', 'khoa-ky': `/quan-tri/khoa-ky${own}`, 'xac-minh': '/xm',
    'mot-hoi-dong': council, 'mot-dot-khen': `${round}${own}`, 'mot-ho-so': dossier, 'mot-ca-nhan': person, 'xem-ca-nhan': `${person}?vi=x%C3%A9t+khen`, 'lich-su-khen': `/so-khen${person}?muc-dich=x%C3%A9t`,
    'dot-khen': '/khen-thuong/dot', 'tu-cach': '/khen-thuong/tu-cach', 'ghi-tu-cach': '/khen-thuong/tu-cach/ghi', 'quy-dinh-rieng': '/khen-thuong/quy-dinh/ghi', 'ca-nhan': '/ca-nhan', 'ghi-van-ban': '/chuong-trinh/van-ban/ghi',
    'trien-khai': programme, 'trien-khai-xuong': `${programme}/trien-khai`, 'giao-nhiem-vu': `${programme}/giao`,
    'bao-cao': '/bao-cao', 'mot-ban-bao-cao': report, 'so-van-ban': '/bao-cao/so-van-ban',
    'viec': '/viec', 'thu-nhac': '/viec/thu', 'ban-nop': '/so-lieu/nop', 'bieu-mau': '/so-lieu/bieu', 'bang-nop': '/so-lieu/bang-nop',
    'mot-bieu-mau': form, 'sua-bieu-mau': `${form}/sua`, 'lap-bieu-mau': `/so-lieu/bieu/moi${own}`,
  };
}

async function everyPage(options, look, ask, { deep = false } = {}) {
  const page = await here.page(options);
  await page.goto('/dang-nhap');
  const found = { 'dang-nhap': await ask(page, 'dang-nhap') };
  await logIn(page, people.administrator);
  if (look) await setLook(page, look);
  const stops = await tour(page);
  for (const [name, path] of Object.entries(stops)) {
    await page.goto(path);
    found[name] = await ask(page, name);
  }
  // What only those meet who enter figures.
  const clerk = await logIn(await here.page(options), people.clerk);
  if (look) await setLook(clerk, look);
  await clerk.goto('/doc-bao-cao');
  found['gui-bao-cao'] = await ask(clerk, 'gui-bao-cao');
  await clerk.goto('/so-lieu');
  await clerk.getByRole('button', { name: 'Mở bảng nhập' }).click();
  await clerk.getByRole('button', { name: 'Ghi số liệu' }).waitFor();
  found['bang-nhap'] = await ask(clerk, 'bang-nhap');
  for (const [name, path] of [['lap-ho-so-khen', '/khen-thuong/de-nghi'], ['them-ca-nhan', '/ca-nhan/them'], ['ghi-quyet-dinh', '/quyet-dinh/ghi']]) {
    await clerk.goto(path);
    found[name] = await ask(clerk, name);
  }
  await clerk.goto('/so-lieu/nop');
  const month = await clerk.getByRole('link', { name: 'Báo cáo tháng', exact: true }).getAttribute('href');
  const filing = await clerk.getByRole('link', { name: /Báo cáo tháng của chi bộ/ }).first().getAttribute('href');
  await clerk.goto(filing);
  found['mot-ban-nop'] = await ask(clerk, 'mot-ban-nop');
  await clerk.getByRole('link', { name: 'Nộp tệp Excel' }).click();
  found['nop-excel'] = await ask(clerk, 'nop-excel');
  // A file with a mistake in a cell, and a table that nobody told how to read.
  const tep = clerk.url();
  for (const [name, text] of [['xem-truoc-loi', 'Don vi;So\nMot;Hai\n'], ['cach-doc-bang', 'Tên đơn vị;Số lượng\nChi bộ;5\n']]) {
    await clerk.goto(tep);
    await clerk.locator('input[type=file]').setInputFiles({ name: `${name}.csv`, mimeType: 'text/csv', buffer: Buffer.from(text) });
    await clerk.getByRole('button', { name: 'Xem trước' }).click();
    await clerk.waitForLoadState();
    found[name] = await ask(clerk, name);
  }
  await clerk.goto(month);
  found['thang'] = await ask(clerk, 'thang');
  const faults = [...page.faults, ...clerk.faults];
  await Promise.all([page.context().close(), clerk.context().close()]);
  if (deep) faults.push(...await everybody(options, found, ask, Object.values(stops)));
  assert.deepEqual(faults, []);
  return Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0));
}

/** One page of each kind that was not looked at yet, as those who reach it see it. */
async function everybody(options, found, ask, looked) {
  const faults = [];
  const kinds = pages();
  const known = new Set(looked.map((path) => kindOf(path, kinds)));
  const all = new Map([...(await everyKind()).found].filter(([kind]) => !known.has(kind)));
  for (const who of new Set([...all.values()].map((one) => one.who))) {
    const page = await logIn(await here.page(options), people[who]);
    for (const [kind, { path }] of [...all].filter(([, one]) => one.who === who)) {
      const name = `~${kind.replace(/[{}]/g, '').replace(/\//g, '-')}`;
      await page.goto(path);
      found[name] = await ask(page, name);
    }
    faults.push(...page.faults);
    await page.context().close();
  }
  return faults;
}

test('every page that the router knows is reached by links, or has a reason', async () => {
  assert.deepEqual((await everyKind()).missing, []);
});

// The colours of high contrast are the same on a phone.
for (const [size, viewport, look] of [['1366', desk, null], ['390', phone, null], ['1366', desk, 'Tương phản cao']]) {
  test(`axe finds nothing at ${size}${look ? ', in high contrast' : ''}`, async () => {
    const found = await everyPage({ viewport }, look, async (page, name) => {
      if (!look) await shot(page, `${name}-${size}`);
      return violations(page);
    }, { deep: !look });
    assert.deepEqual(found, {});
  });
}

test('no page scrolls sideways at 320', async () => {
  assert.deepEqual(await everyPage({ viewport: narrow }, null, async (page, name) => {
    await shot(page, `${name}-320`);
    return overflow(page);
  }, { deep: true }), {});
});

test('no page scrolls sideways in letters of 150 %', async () => {
  assert.deepEqual(await everyPage({ viewport: desk }, 'Chữ lớn 150%', async (page, name) => {
    await shot(page, `${name}-150`);
    return overflow(page);
  }), {});
});

test('every text field takes a Vietnamese name typed with an input method', async () => {
  const found = await everyPage({ viewport: desk }, null, async (page) => {
    const wrong = [];
    // One field of each name: the thirty boxes of one form differ by their number only.
    const tried = new Set();
    const fields = page.locator('input[type=text], input[type=search], input:not([type]), textarea');
    for (const field of await fields.all()) {
      const kind = (await field.getAttribute('name') ?? '').replace(/\d+/g, '#');
      if (tried.has(kind) || !await field.isVisible() || !await field.isEditable()) continue;
      tried.add(kind);
      const expected = await typeLikeUnikey(page, field);
      const typed = await field.inputValue();
      if (typed !== expected) wrong.push(`${await field.getAttribute('name')}: ${typed}`);
    }
    return wrong;
  });
  assert.deepEqual(found, {});
});
