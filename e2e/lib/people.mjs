// Who is who in the demonstration, and where things stand on the pages that several journeys use.
// Not here: expectations; those belong to the journeys.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './house.mjs';

/** The demonstration's accounts by role, as the program itself tells them on its login page. */
export const people = JSON.parse(readFileSync(join(root, 'demo/accounts.json'), 'utf8'));

/** Logs in through the form and waits for the page behind it. */
export async function logIn(page, who, at = '/') {
  await page.goto(at);
  await page.getByLabel('Tên đăng nhập').fill(who.login);
  await page.getByLabel('Mật khẩu').fill(who.password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.waitForURL((url) => url.pathname !== '/dang-nhap');
  return page;
}

/** Presses one of the switches at the foot of the page: "Chữ lớn 150%", "Tương phản cao", … */
export async function setLook(page, title) {
  await page.locator('footer').getByRole('button', { name: new RegExp(title) }).click();
  await page.waitForLoadState();
}

/** The page of the unit that the search finds first. */
export async function findUnit(page, words) {
  await page.goto(`/tim?q=${encodeURIComponent(words)}`);
  const hit = page.getByRole('region').getByRole('rowheader').getByRole('link').first();
  const href = await hit.getAttribute('href');
  return { name: (await hit.textContent()).trim(), href, id: href.split('/').pop().split('?')[0] };
}
