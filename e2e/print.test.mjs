// What leaders carry into a meeting: one sheet each.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { sheets, stage } from './lib/browser.mjs';
import { logIn, people } from './lib/people.mjs';

const here = stage();

for (const [name, path] of [['Tổng quan', '/'], ['Tổng hợp', '/tong-hop']]) {
  test(`${name} prints on one sheet of A4`, async () => {
    const page = await logIn(await here.page(), people.staff);
    await page.goto(path);
    assert.equal(await sheets(page, `print-${path === '/' ? 'tong-quan' : 'tong-hop'}`), 1);
  });
}
