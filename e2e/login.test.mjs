// Coming in, going out, and being told why not.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { stage } from './lib/browser.mjs';
import { logIn, people } from './lib/people.mjs';

const here = stage();

test('a stranger is asked to log in and then sees the page that was asked for', async () => {
  const page = await here.page();
  await page.goto('/tong-hop');
  assert.equal(new URL(page.url()).pathname, '/dang-nhap');
  await logIn(page, people.staff, '/tong-hop');
  assert.equal(new URL(page.url()).pathname, '/tong-hop');
  assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), 'Tổng hợp số liệu');
  assert.deepEqual(page.faults, []);
});

test('a wrong password is told in a sentence and the name stays', async () => {
  const page = await here.page();
  await page.goto('/dang-nhap');
  await page.getByLabel('Tên đăng nhập').fill(people.staff.login);
  await page.getByLabel('Mật khẩu').fill('không phải mật khẩu này');
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('alert').getByText('Tên đăng nhập hoặc mật khẩu không đúng').waitFor();
  assert.equal(await page.getByLabel('Tên đăng nhập').inputValue(), people.staff.login);
  assert.equal(await page.getByLabel('Mật khẩu').inputValue(), '');
});

test('after logging out the way back is closed', async () => {
  const page = await logIn(await here.page(), people.staff);
  await page.locator('details.acct summary').click();
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await page.waitForLoadState();
  await page.goto('/');
  assert.equal(new URL(page.url()).pathname, '/dang-nhap');
});

test('an address that leads elsewhere is not followed after logging in', async () => {
  const page = await here.page();
  await logIn(page, people.staff, '/dang-nhap?ve=//example.com/');
  assert.equal(new URL(page.url()).origin, here.house.url);
});

test('the cookie of the login is out of reach of scripts and of other sites', async () => {
  const page = await logIn(await here.page(), people.staff);
  const cookies = await page.context().cookies();
  const secret = cookies.filter((c) => c.value.length >= 32);
  assert.ok(secret.length > 0);
  assert.deepEqual(secret.filter((c) => !c.httpOnly || c.sameSite === 'None'), []);
});
