// Starts the program on a free port over a copy of the demonstration. Each test file gets a house of its own,
// so that no journey sees what another one wrote.
// Not here: anything about pages.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const program = resolve(root, process.env.THIDUA_BIN ?? 'target/debug/thidua');

const freePort = () => new Promise((done, failed) => {
  const probe = createServer().once('error', failed);
  probe.listen(0, '127.0.0.1', () => {
    const { port } = probe.address();
    probe.close(() => done(port));
  });
});

/** Runs `thidua <command>` until it answers on its port; `said` is what it printed so far. */
async function start(command, data) {
  const port = await freePort();
  const said = [];
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('THIDUA_')));
  const child = spawn(program, [command, '--listen', `127.0.0.1:${port}`, '--data', data], { stdio: ['ignore', 'pipe', 'pipe'], env });
  child.stdout.on('data', (bytes) => said.push(bytes.toString()));
  child.stderr.on('data', (bytes) => said.push(bytes.toString()));
  let gone = null;
  const ended = new Promise((done) => child.once('exit', (code, signal) => { gone = { code, signal }; done(); }));
  const url = `http://127.0.0.1:${port}`;
  const stop = async (signal = 'SIGTERM') => { if (!gone) { child.kill(signal); await ended; } };
  for (const patience = Date.now() + 180_000; Date.now() < patience;) {
    if (gone) throw new Error(`${program} ${command} ended (${JSON.stringify(gone)}):\n${said.join('')}`);
    const answer = await fetch(`${url}/dang-nhap`).catch(() => null);
    if (answer?.ok) return { url, stop, said: () => said.join('') };
    await new Promise((again) => setTimeout(again, 100));
  }
  await stop('SIGKILL');
  throw new Error(`${program} ${command} did not answer on ${url}:\n${said.join('')}`);
}

/** The demonstration, loaded once for each build of the program and kept beside it. */
async function demonstration() {
  const kept = join(dirname(program), 'e2e-demonstration');
  const mark = join(kept, `built-${Math.round(statSync(program).mtimeMs)}`);
  if (existsSync(mark)) return kept;
  rmSync(kept, { recursive: true, force: true });
  const fresh = mkdtempSync(`${kept}-`);
  const house = await start('demo', fresh);
  await house.stop();
  writeFileSync(join(fresh, 'said.txt'), house.said());
  renameSync(fresh, kept);
  writeFileSync(mark, '');
  return kept;
}

/** A running program over its own copy of the demonstration. Call `stop` at the end. */
export async function openHouse() {
  const data = mkdtempSync(join(tmpdir(), 'thidua-e2e-'));
  cpSync(await demonstration(), data, { recursive: true });
  const house = await start('serve', data);
  return {
    ...house,
    data,
    async stop() {
      await house.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

export const shots = join(root, 'e2e/shots');
mkdirSync(shots, { recursive: true });
