// Typing figures: as people write them, repaired where unclear, never lost, never silently overwritten.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { stage } from './lib/browser.mjs';
import { logIn, people } from './lib/people.mjs';

const here = stage();

/** Opens the entry form of the person's first unit for the first period offered. */
async function openForm(page) {
  await page.goto('/so-lieu');
  await page.getByRole('button', { name: 'Mở bảng nhập' }).click();
  await page.getByRole('button', { name: 'Ghi số liệu' }).waitFor();
  return page.url();
}

const field = (page, name) => page.getByRole('textbox', { name: new RegExp(name) }).first();

test('figures are understood as people write them', async () => {
  const page = await logIn(await here.page(), people.clerk);
  const form = await openForm(page);
  await field(page, 'Cây xanh').fill('1.234');
  await field(page, 'máu').fill('0');
  await field(page, 'an sinh').fill('3,5 tỷ');
  await page.getByRole('button', { name: 'Ghi số liệu' }).click();
  await page.getByRole('status').getByText(/Đã ghi 3 số liệu/).waitFor();
  await page.goto(form);
  assert.equal(await field(page, 'Cây xanh').inputValue(), '1.234');
  assert.equal(await field(page, 'máu').inputValue(), '0');
  assert.match(await field(page, 'an sinh').inputValue(), /^3,5 tỷ|^3\.500\.000\.000/);
  assert.deepEqual(page.faults, []);
});

test('an unclear number is asked about, with repairs to press, and nothing typed is lost', async () => {
  const page = await logIn(await here.page(), people.clerk);
  await openForm(page);
  await field(page, 'an sinh').fill('152.500.00');
  await field(page, 'Cây xanh').fill('777');
  await page.getByRole('button', { name: 'Ghi số liệu' }).click();
  await page.getByRole('alert').waitFor();
  assert.equal(await field(page, 'Cây xanh').inputValue(), '777');
  assert.equal(await field(page, 'an sinh').inputValue(), '152.500.00');
  await page.getByRole('button', { name: /152\.500\.000/ }).click();
  await page.waitForLoadState();
  await page.goto('/so-lieu');
});

test('two people at the same figure: the second is told and chooses', async () => {
  const first = await logIn(await here.page(), people.clerk);
  const second = await logIn(await here.page(), people.staff);
  const form = await openForm(first);
  await second.goto(form);
  await field(first, 'Cây xanh').fill('2.001');
  await field(second, 'Cây xanh').fill('2.002');
  await field(second, 'máu').fill('35');
  await first.getByRole('button', { name: 'Ghi số liệu' }).click();
  await first.getByRole('status').getByText(/Đã ghi \d+ số liệu/).waitFor();
  await second.getByRole('button', { name: 'Ghi số liệu' }).click();
  await second.getByText('Có người khác vừa ghi số liệu này').waitFor();
  const theirs = second.getByRole('radio', { name: /2\.001/ });
  const mine = second.getByRole('radio', { name: /2\.002/ });
  await theirs.waitFor();
  await mine.check();
  assert.equal(await field(second, 'máu').inputValue(), '35');
  await second.getByRole('button', { name: 'Ghi số liệu' }).click();
  await second.getByRole('status').getByText(/Đã ghi \d+ số liệu/).waitFor();
  await first.goto(form);
  assert.equal(await field(first, 'Cây xanh').inputValue(), '2.002');
  assert.equal(await field(first, 'máu').inputValue(), '35');
});
