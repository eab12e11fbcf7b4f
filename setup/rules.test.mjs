// The rules of the house that neither the compiler nor clippy can keep: sizes, doors between rooms,
// licences, where packages come from, words on the screen, links between documents.
// Not here: anything about what the program does.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const skipped = new Set(['.git', 'target', 'node_modules', 'data', 'shots', 'corpus', 'artifacts']);

function* walk(dir) {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    if (skipped.has(entry.name)) continue;
    const path = join(dir, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else if (entry.isFile()) yield relative(root, path);
  }
}

const all = [...walk(root)].sort();
const read = (path) => readFileSync(join(root, path), 'utf8');
const under = (dir, ext) => all.filter((p) => p.startsWith(dir) && p.endsWith(ext));
const none = (found, why) => assert.equal(found.length, 0, `${why}\n${found.join('\n')}`);

/** Lines of `paths` that match, as "path:line: text"; comments of stylesheets are blanked out first. */
function hits(paths, pattern, keep = () => true) {
  const lines = (path) => (path.endsWith('.css') ? read(path).replace(/\/\*[\s\S]*?\*\//g, (note) => note.replace(/[^\n]/g, ' ')) : read(path)).split('\n');
  return paths.flatMap((path) =>
    lines(path).flatMap((text, at) =>
      pattern.test(text) && keep(text) ? [`${path}:${at + 1}: ${text.trim().slice(0, 400)}`] : []));
}

const assets = 'crates/thidua/assets/';
const templates = under('crates/thidua/templates/', '.html');
const styles = under(assets, '.css');
const scripts = under(assets, '.js');

test('the stylesheets that a page loads weigh at most 30 KB', (t) => {
  assert.ok(styles.length > 0, 'no stylesheet found');
  // A page loads the common sheet and at most the sheet of its own room.
  const room = (p) => p.startsWith(`${assets}rooms/`);
  const size = (p) => statSync(join(root, p)).size;
  const common = styles.filter((p) => !room(p)).reduce((sum, p) => sum + size(p), 0);
  t.diagnostic(`${common} bytes for all pages, rooms: ${styles.filter(room).map((p) => `${p.split('/').pop()} ${size(p)}`).join(', ')}`);
  none(styles.filter(room).filter((p) => common + size(p) > 30 * 1024), `with ${common} bytes for all pages, more than 30 KB:`);
  assert.ok(common <= 27.5 * 1024, `${common} bytes for all pages`);
  const pages = templates.map((p) => [p, [...read(p).matchAll(/f\.asset\("[\w-]+\.css"\)/g)].length]);
  none(pages.filter(([, sheets]) => sheets > 1).map(([p]) => p), 'loads the sheets of two rooms:');
});

test('the scripts weigh at most 15 KB', (t) => {
  assert.ok(scripts.length > 0, 'no script found');
  // As the build hands them out: without indentation and without lines that are comments alone.
  const lean = (text) => text.replace(/^\s*\/\*[\s\S]*?\*\/\s*$/gm, '').split('\n').map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('//')).join('\n');
  const bytes = scripts.reduce((sum, p) => sum + Buffer.byteLength(lean(read(p))) + 1, 0);
  t.diagnostic(`${bytes} bytes in ${scripts.length} files`);
  assert.ok(bytes <= 15 * 1024, `${bytes} bytes`);
});

test('the stylesheets use nothing that Chromium 109 lacks', () => {
  none(hits(styles, /color-mix|oklch|oklab|light-dark|popover|@layer|subgrid/), 'not in Chromium 109:');
});

test('colours stand in custom properties only', () => {
  // White on a coloured ground and black on paper are the same in both contrasts, so it needs no name.
  const colour = /(?<!--[\w-]+:[^;}]*)(?:#(?!(?:fff|000)\b)[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\()/i;
  none(hits(styles, colour).map((line) => `${line.slice(0, 60)} … ${line.match(colour)?.[0] ?? ''}`), 'a colour outside the tokens:');
  none(hits(templates, /style="[^"]*(?:#[0-9a-f]{3,8}\b|rgba?\()/i), 'a colour in a template:');
});

test('questions about the width of the window are asked of screens only', () => {
  // An A4 page is 623 px wide: without `screen` it would be printed in the layout for phones.
  none(hits(styles, /@media\s*\(\s*(?:max|min)-width/), 'say "@media screen and (…)":');
});

test('pages speak politely and plainly', () => {
  assert.ok(templates.length > 0, 'no template found');
  const words = /Vui lòng|\bOK\b|\bError\b|\bSubmit\b|\bCancel\b/;
  const shown = templates.flatMap((path) => {
    const text = read(path)
      .replace(/\{#[\s\S]*?#\}|\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}|<!--[\s\S]*?-->/g, ' ')
      .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, ' ')
      .replace(/<!doctype[^>]*>/i, ' ')
      .replace(/<[^>]*>/g, '\n');
    return text.split('\n').filter((line) => words.test(line) || /\p{L}!/u.test(line)).map((line) => `${path}: ${line.trim()}`);
  });
  none(shown, 'not how this program speaks:');
});

test('the code has no marks of unfinished work', () => {
  none(hits([...under('crates/', '.rs'), ...templates, ...scripts], /\bTODO\b|\bFIXME\b|\bXXX\b|\btodo!\(|\bunimplemented!\(/), 'unfinished:');
});

test('every Rust file opens with what it is for', () => {
  const sources = under('crates/', '.rs').filter((p) => p.includes('/src/'));
  none(sources.filter((p) => !read(p).startsWith('//!')), 'no //! on the first line:');
});

test('files stay short enough to read', (t) => {
  // A warning, not a failure: where to cut is a judgement.
  for (const path of under('crates/', '.rs')) {
    const lines = read(path).split(/^\s*#\[cfg\(test\)\]/m)[0].split('\n').length;
    if (lines > 500 && path.includes('/src/')) t.diagnostic(`${path}: ${lines} lines without its tests`);
  }
});

test('lock files name public registries only', () => {
  const cargo = [...read('Cargo.lock').matchAll(/^source = "(.*)"$/gm)].map((m) => m[1]);
  assert.ok(cargo.length > 0);
  none(cargo.filter((s) => s !== 'registry+https://github.com/rust-lang/crates.io-index'), 'Cargo.lock:');
  const npm = [...read('package-lock.json').matchAll(/"resolved": "(.*)"/g)].map((m) => m[1]);
  none(npm.filter((url) => !url.startsWith('https://registry.npmjs.org/')), 'package-lock.json:');
});

const cargo = JSON.parse(execFileSync('cargo', ['metadata', '--format-version', '1', '--locked'],
  { cwd: root, maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] }));
const ours = cargo.packages.filter((p) => p.source === null && p.manifest_path.startsWith(join(root, 'crates')));
const theirs = cargo.packages.filter((p) => p.source !== null);

/** Can this SPDX expression be met with the allowed licences alone? Precedence: WITH, AND, OR. */
function permits(expression, allowed) {
  const tokens = expression.replaceAll('/', ' OR ').match(/\(|\)|[^\s()]+/g) ?? [];
  let at = 0;
  const either = () => { let met = both(); while (tokens[at] === 'OR') { at += 1; met = both() || met; } return met; };
  const both = () => { let met = one(); while (tokens[at] === 'AND') { at += 1; met = one() && met; } return met; };
  const one = () => {
    if (tokens[at] === '(') { at += 1; const met = either(); at += 1; return met; }
    let name = tokens[at++];
    if (tokens[at] === 'WITH') { name += ` WITH ${tokens[at + 1]}`; at += 2; }
    return allowed.has(name);
  };
  return either();
}

test('the licence check itself can say no', () => {
  const allowed = new Set(['MIT', 'Zlib']);
  assert.ok(permits('MIT', allowed));
  assert.ok(permits('GPL-3.0-only OR MIT', allowed));
  assert.ok(permits('Unlicense/MIT', allowed));
  assert.ok(permits('(GPL-2.0 OR Zlib) AND MIT', allowed));
  assert.ok(!permits('MIT AND GPL-3.0-only', allowed));
  assert.ok(!permits('GPL-3.0-only', allowed));
  assert.ok(!permits('MIT WITH some-exception', allowed));
});

test('every package may be used and passed on under our licence', () => {
  const allowed = new Set(['MIT', 'MIT-0', 'Apache-2.0', 'Apache-2.0 WITH LLVM-exception', 'BSD-2-Clause', 'BSD-3-Clause',
    '0BSD', 'ISC', 'Zlib', 'Unicode-3.0', 'Unlicense', 'CC0-1.0', 'BSL-1.0', 'CDLA-Permissive-2.0']);
  none(theirs.filter((p) => !permits(p.license ?? 'none stated', allowed)).map((p) => `${p.name} ${p.version}: ${p.license}`), 'cargo:');
  const built = new Set([...allowed, 'OFL-1.1']);
  // Tools that only the tests use are never shipped, so a weak copyleft is no burden there.
  const tested = new Set([...built, 'MPL-2.0']);
  const npm = Object.entries(JSON.parse(read('package-lock.json')).packages).filter(([path]) => path !== '');
  // These point to a file instead of naming a licence. It was read: BSD-3-Clause, and for the contexts inside the
  // W3C's software and document licence.
  const read_ = { 'node_modules/@digitalbazaar/credentials-context': '3.2.0', 'node_modules/credentials-context': '2.0.0' };
  const unread = npm.filter(([path, p]) => !(p.dev && read_[path] === p.version));
  none(unread.filter(([, p]) => !permits(p.license ?? 'none stated', p.dev ? tested : built)).map(([path, p]) => `${path}: ${p.license}`), 'npm:');
});

test('no package asks for a newer Rust than we announce', () => {
  const ourRust = ours[0].rust_version.split('.').map(Number);
  const newer = (v) => { const [a, b] = v.split('.').map(Number); return a > ourRust[0] || (a === ourRust[0] && b > ourRust[1]); };
  none(theirs.filter((p) => p.rust_version && newer(p.rust_version)).map((p) => `${p.name}: ${p.rust_version}`), `rust-version is ${ours[0].rust_version}:`);
});

test('the doors between the rooms are the ones drawn in docs/architecture.md', () => {
  const doors = {
    domain: [], lang: ['domain'], reader: ['domain'], store: ['domain'],
    acts: ['domain', 'reader', 'seal', 'store'], office: ['domain', 'lang'], seal: [],
    thidua: ['acts', 'domain', 'lang', 'office', 'reader'],
  };
  const rooms = new Set(Object.keys(doors));
  for (const room of ours) {
    assert.ok(doors[room.name], `${room.name} is a room without doors in this table`);
    const opened = room.dependencies.filter((d) => d.kind === null && rooms.has(d.name)).map((d) => d.name).sort();
    none(opened.filter((name) => !doors[room.name].includes(name)), `${room.name} opens a door that is not drawn:`);
  }
  const domain = ours.find((p) => p.name === 'domain').dependencies.filter((d) => d.kind === null).map((d) => d.name);
  none(domain.filter((d) => !['serde', 'thiserror', 'jiff', 'unicode-normalization'].includes(d)), 'domain stays pure:');
});

const documents = all.filter((p) => p.endsWith('.md'));

test('links between the documents lead somewhere', () => {
  const broken = documents.flatMap((path) =>
    [...read(path).replace(/```[\s\S]*?```|`[^`]*`/g, '').matchAll(/\]\(([^)\s]+)\)/g)]
      .map((m) => m[1].split('#')[0])
      .filter((link) => link !== '' && !/^[a-z]+:/.test(link))
      .filter((link) => !existsSync(join(root, dirname(path), decodeURI(link))))
      .map((link) => `${path}: ${link}`));
  none(broken, 'leads nowhere:');
});

test('every noun of the domain has its row in the glossary', () => {
  const lib = 'crates/domain/src/lib.rs';
  const nouns = [...read(lib).matchAll(/^pub mod (\w+);/gm)].map((m) => m[1]);
  assert.ok(nouns.length > 0, `${lib} has no public module`);
  const glossary = read('docs/glossary.md');
  none(nouns.filter((noun) => !glossary.includes(`| ${noun} |`)), 'docs/glossary.md has no row for:');
});

test('decision notes are numbered once each', () => {
  const notes = under('docs/decisions/', '.md').map((p) => p.split('/').pop());
  none(notes.filter((name) => !/^\d{4}-[a-z0-9-]+\.md$/.test(name)), 'not NNNN-title.md:');
  const numbers = notes.map((name) => name.slice(0, 4));
  none(numbers.filter((n, i) => numbers.indexOf(n) !== i), 'used twice:');
});

test('pictures in the documents stay small', () => {
  const heavy = all.filter((p) => p.startsWith('docs/') && /\.(png|jpe?g|webp|gif)$/.test(p) && statSync(join(root, p)).size > 300 * 1024);
  none(heavy, 'over 300 KB:');
});
