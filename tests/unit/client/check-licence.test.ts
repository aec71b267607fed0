// tldraw's licence rules, read beforehand. The last tests compare our facts with the installed package.
import { checkLicence, type LicenceQuestion } from '@commonboard/client/app/licence/check-licence.ts';
import { tldrawPublicKey, tldrawPublished } from '@commonboard/client/app/licence/tldraw-facts.ts';
import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../../support/repository.ts';

const flags = { annual: 1, perpetual: 2, evaluation: 16, native: 32 };
const now = new Date('2027-06-15T12:00:00Z');
const day = 86_400_000;
const dayFromNow = (days: number): string => new Date(now.getTime() + days * day).toISOString().slice(0, 10);

function keyFor(hosts: unknown, set: unknown, expiry: unknown): string {
  return `tldraw-test/${btoa(JSON.stringify(['id', hosts, set, expiry]))}.${btoa('signature')}`;
}

function ask(key: string | null, address = 'https://boards.example.org/b/x', more: Partial<LicenceQuestion> = {}) {
  const { protocol, hostname, href } = new URL(address);
  const verify = async (): Promise<boolean> => true;
  return checkLicence({ key, location: { protocol, hostname, href }, now, production: true, verify, ...more });
}
const good = keyFor(['boards.example.org'], flags.annual, dayFromNow(5));

describe('a key is not needed', () => {
  it.each([
    'http://boards.example.org/',
    'http://192.168.1.20:3000/',
    'http://localhost:3000/',
    'https://localhost/',
    'https://127.0.0.1/',
    'https://127.8.9.10/',
    'https://[::1]/',
  ])('at %s', async (address) => expect(await ask(null, address)).toEqual({ kind: 'not-needed' }));

  it('in a development build', async () =>
    expect(await ask(null, undefined, { production: false })).toEqual({ kind: 'not-needed' }));
});

describe('a key is needed', () => {
  it.each(['https://boards.example.org/', 'https://192.168.1.20/', 'http://app.localhost/', 'https://app.localhost/'])(
    'at %s',
    async (address) => {
      expect(await ask(null, address)).toEqual({ kind: 'missing' });
      expect(await ask('  ', address)).toEqual({ kind: 'missing' });
    },
  );
});

describe('a key is unreadable', () => {
  it.each([
    'hello',
    'tldraw-test',
    'tldraw-test/.',
    'other-test/W10=.W10=',
    `tldraw-test/${btoa('{')}.x`,
    `tldraw-test/${btoa('[]')}.${btoa('s')}`,
    keyFor('boards.example.org', 1, dayFromNow(5)),
    good.slice(0, -3).replace(/\.[^.]*$/, '.%%%'),
  ])('%.50s', async (key) => expect(await ask(key)).toEqual({ kind: 'unreadable' }));

  it('when its signature is not tldraw’s', async () => {
    expect(await ask(good, undefined, { verify: async () => false })).toEqual({ kind: 'unreadable' });
  });

  it('when it names a pattern that is none', async () => {
    expect(await ask(keyFor(['(*'], flags.native, dayFromNow(5)))).toEqual({ kind: 'unreadable' });
  });
});

describe('hosts', () => {
  it.each([
    ['boards.example.org', 'boards.example.org'],
    [' Boards.Example.ORG ', 'boards.example.org'],
    ['example.org', 'www.example.org'],
    ['www.example.org', 'example.org'],
    ['*', 'anything.example'],
    ['*.example.org', 'boards.example.org'],
    ['*.example.org', 'a.b.example.org'],
    ['*.example.org', 'example.org'],
  ])('%s allows %s', async (host, current) => {
    expect(await ask(keyFor([host], flags.annual, dayFromNow(5)), `https://${current}/`)).toEqual({ kind: 'ok' });
  });

  it.each([
    ['example.org', 'boards.example.org'],
    ['boards.example.org', 'boards.example.org.evil.example'],
    ['*.example.org', 'example.com'],
  ])('%s does not allow %s, and both are named', async (host, current) => {
    const verdict = await ask(keyFor([host], flags.annual, dayFromNow(5)), `https://${current}/`);
    expect(verdict).toEqual({ kind: 'wrong-host', hosts: [host], host: current });
  });

  it('of a native licence are patterns of the whole address', async () => {
    const key = keyFor(['^https://app\\.'], flags.annual | flags.native, dayFromNow(5));
    expect(await ask(key, 'https://app.example.org/')).toEqual({ kind: 'ok' });
    expect(await ask(key, 'https://other.example.org/')).toMatchObject({ kind: 'wrong-host' });
  });
});

describe('time', () => {
  it.each([
    ['annual', flags.annual, 5, 'ok'],
    ['annual, within the 30 days of grace', flags.annual, -30, 'ok'],
    ['annual, past them', flags.annual, -31, 'expired'],
    ['evaluation, on its last day', flags.evaluation, 0, 'ok'],
    ['evaluation, a day later', flags.evaluation, -1, 'expired'],
    ['perpetual, ended after the release was published', flags.perpetual, -60, 'ok'],
    ['perpetual, ended long before it', flags.perpetual, -900, 'expired'],
    ['without a kind', 0, -900, 'ok'],
  ])('%s', async (_, set, days, kind) => {
    expect(await ask(keyFor(['*'], set, dayFromNow(days)))).toMatchObject({ kind });
  });

  it('names the last good day', async () => {
    const verdict = await ask(keyFor(['*'], flags.annual, '2026-01-31'));
    expect(verdict).toEqual({ kind: 'expired', date: new Date('2026-01-31') });
  });

  it('that cannot be read never ends, as with tldraw', async () =>
    expect(await ask(keyFor(['*'], flags.annual, 'soon'))).toEqual({ kind: 'ok' }));
});

describe('order', () => {
  it('the host comes before the end, and both before the signature', async () => {
    const verify = async (): Promise<boolean> => false;
    const both = keyFor(['other.example'], flags.annual, '2020-01-01');
    expect(await ask(both, undefined, { verify })).toMatchObject({ kind: 'wrong-host' });
    expect(await ask(keyFor(['*'], flags.annual, '2020-01-01'), undefined, { verify })).toMatchObject({
      kind: 'expired',
    });
  });

  it('a key copied with invisible characters and line ends is read', async () => {
    expect(await ask(`\u200B${good.slice(0, 20)}\r\n${good.slice(20)}\uFEFF`)).toEqual({ kind: 'ok' });
  });
});

describe('the installed tldraw', () => {
  const tldraw = realpathSync(join(repositoryRoot, 'client/node_modules/tldraw'));
  const editor = realpathSync(join(tldraw, '../@tldraw/editor'));
  const source = (path: string): string => readFileSync(join(editor, 'src', path), 'utf8');

  it('was published when we say', () => {
    expect(source('version.ts')).toContain(tldrawPublished.major.toISOString());
    expect(source('version.ts')).toContain(tldrawPublished.minor.toISOString());
  });

  it('signs with the key we know, and still knows the same rules', () => {
    const manager = source('lib/license/LicenseManager.ts');
    expect(manager).toContain(tldrawPublicKey);
    expect(manager).toContain('GRACE_PERIOD_DAYS = 30');
    expect(manager).toContain("endsWith('.localhost')");
  });
});
