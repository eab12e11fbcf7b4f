// Which pages there are, as the program's own router says, and one address of each, found by following links as several
// people do. A page that nobody reaches by links, and that no reason excuses, is told.
// Not here: what is asked of the pages.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './house.mjs';
import { logIn, people } from './people.mjs';

/** Addresses that answer without a page of their own, and why. */
export const notPages = {
  '/tinh/{fingerprint}/{name}': 'sheets, scripts and fonts',
  '/minh-chung/{id}': 'a file behind a figure',
  '/doc-bao-cao/{id}/goc': 'the paper as it came',
  '/bao-cao/{id}/ban/{edition}/{which}': 'the files of a report',
  '/bao-cao/{id}/so': 'leads to the figures beside the text',
  '/bao-cao/{id}/so/{number}': 'leads to the figure among the totals',
  '/chuong-trinh/nhiem-vu/minh-chung/{id}': 'a file behind a task',
  '/khen-thuong/{id}/tep/{thu}': 'a file of a dossier',
  '/quyet-dinh/{id}/ban-ky/{one}': 'a signed paper',
  '/quyet-dinh/to-trinh/{round}/{name}': 'a submission as Word and PDF',
  '/huy-hieu/mau/{name}': 'a list as Word and PDF',
  '/huy-hieu/to-khai/{person}': 'a declaration as Word',
  '/so-khen/ca-nhan/{id}/{name}': 'a confirmation as Word and PDF',
  '/so-khen/tap-the/{id}/{name}': 'a confirmation as Word and PDF',
  '/so-lieu/mo': 'leads to the sheet that was chosen',
  '/xm/trang-thai/{unit}': 'a list of states, for programs',
};

/** Pages that the search does not come to in the demonstration, and why. */
export const beyond = {
  '/ca-nhan/{id}/sua': 'opened after one has said what one looks at a person for',
  '/chuong-trinh/ke-hoach/{id}': 'a plan, linked from the board of a programme that was sent down',
  '/chuong-trinh/{id}/khoan': 'linked where a programme stands on a directive',
  '/doc-bao-cao/chong/{id}': 'a stack of reports begins with files, and the demonstration has none',
  '/khen-thuong/quy-dinh/{id}/rut': 'the demonstration has no rule of its own',
  '/so-lieu/{period}': 'opened by a form',
  '/tong-hop/lich-su': 'linked from a single record in the panel of a figure',
};

function* sources(dir) {
  for (const name of readdirSync(dir)) {
    const path = join(dir, name);
    if (statSync(path).isDirectory()) { if (name !== 'api') yield* sources(path); } else if (name.endsWith('.rs')) yield path;
  }
}

/** Every address with a placeholder for what varies that answers to a GET and is no file by its name. */
export function pages() {
  const found = new Set();
  for (const path of sources(join(root, 'crates/thidua/src/web'))) {
    for (const [, address, methods] of readFileSync(path, 'utf8').matchAll(/\.route\(\s*"([^"]+)",((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)/g)) {
      if (/\bget\(/.test(methods) && !/\.(xlsx|docx|pdf|json|js)$/.test(address)) found.add(address);
    }
  }
  return [...found].filter((address) => !(address in notPages)).sort();
}

/** Which of the addresses a path belongs to: the one that says most of it by itself. */
export function kindOf(path, addresses) {
  const parts = path.split('?')[0].split('/');
  const fits = addresses.filter((address) => {
    const own = address.split('/');
    return own.length === parts.length && own.every((part, at) => (part.startsWith('{') ? parts[at] !== '' : part === parts[at]));
  });
  const plain = (address) => address.split('/').map((part) => (part.startsWith('{') ? '1' : '0')).join('');
  return fits.sort((a, b) => plain(a).localeCompare(plain(b)))[0];
}

/** Pages of one kind that are opened in search of ways on: the first may have none. */
const TRIED = 4;

/** kind of page → who reaches it, and where. `visit(options)` opens a page of nobody's yet. */
export async function reached(visit) {
  const kinds = pages();
  const every = [...kinds, ...Object.keys(notPages)];
  const found = new Map();
  for (const who of ['administrator', 'approver', 'staff', 'clerk']) {
    const page = await logIn(await visit(), people[who]);
    const tried = new Map();
    const queue = kinds.filter((kind) => !kind.includes('{'));
    const seen = new Set(queue);
    for (let path = queue.shift(); path; path = queue.shift()) {
      const kind = kindOf(path, every);
      if (!kind || kind in notPages || (tried.get(kind) ?? 0) >= TRIED) continue;
      tried.set(kind, (tried.get(kind) ?? 0) + 1);
      const answer = await page.request.get(path);
      if (!answer.ok() || !(answer.headers()['content-type'] ?? '').startsWith('text/html')) continue;
      // Whoever may not do a thing is led elsewhere.
      if (kindOf(new URL(answer.url()).pathname, every) !== kind) continue;
      if (!found.has(kind)) found.set(kind, { who, path });
      for (const [, href] of (await answer.text()).matchAll(/\bhref="(\/[^"#]*)/g)) {
        const next = href.replaceAll('&amp;', '&').replaceAll('&#38;', '&');
        if (!seen.has(next)) { seen.add(next); queue.push(next); }
      }
    }
    await page.context().close();
  }
  return { found, missing: kinds.filter((kind) => !found.has(kind) && !(kind in beyond)) };
}
