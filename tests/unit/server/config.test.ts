// Settings from the environment: a bad one gives a sentence, none of them ends in a stack.
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '@commonboard/server/config.ts';

const problemsOf = (env: Record<string, string>, node = '24.21.0') => {
  const result = readConfig(env, node);
  return result.ok ? [] : result.problems;
};
const configOf = (env: Record<string, string>) => {
  const result = readConfig(env, '24.21.0');
  if (!result.ok) throw new Error(result.problems.join());
  return result.config;
};

describe('a bad setting', () => {
  it.each([
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '1e3'],
    ['HOST', 'my host'],
    ['PUBLIC_URL', 'board.example'],
    ['PUBLIC_URL', 'ftp://board.example'],
    ['PUBLIC_URL', 'https://board.example/#x'],
    ['TLDRAW_LICENSE_KEY', 'two words'],
    ['TRUST_PROXY', 'yes'],
    ['DATA_MAX_MB', '0'],
    ['DATA_MAX_MB', '1.5'],
  ])('%s=%s is named with what it must be', (name, value) => {
    const [problem, ...more] = problemsOf({ [name]: value });
    expect(problem).toMatch(new RegExp(`^${name} is .*, but it must be `));
    expect(more).toEqual([]);
  });

  it('all of them are said at once, and a key is never shown', () => {
    expect(problemsOf({ PORT: 'x', TRUST_PROXY: 'y' })).toHaveLength(2);
    expect(problemsOf({ TLDRAW_LICENSE_KEY: 'secret key' }).join()).not.toContain('secret');
  });

  it.each(['22.1.0', '25.0.0', '20.11.1'])('Node %s is refused', (version) =>
    expect(problemsOf({}, version)).toEqual([expect.stringContaining(`this is Node ${version}`)]),
  );
});

describe('settings', () => {
  it('have defaults for a laptop that serves a room', () =>
    expect(configOf({})).toMatchObject({
      port: 3000,
      host: '0.0.0.0',
      dataDir: resolve('data'),
      publicUrl: null,
      tldrawLicenseKey: null,
      trustProxyHops: 0,
      dataBytesMax: null,
      createKey: null,
    }));

  it('an empty one is one that is not set', () => expect(configOf({ PORT: '', DATA_MAX_MB: ' ' }).port).toBe(3000));

  it('are read into their types, and frozen', () => {
    const config = configOf({
      PORT: '0',
      PUBLIC_URL: 'https://board.example:8443/',
      DATA_MAX_MB: '2',
      TRUST_PROXY: '1',
    });
    expect(config).toMatchObject({
      port: 0,
      publicUrl: 'https://board.example:8443',
      dataBytesMax: 2 * 1024 * 1024,
      trustProxyHops: 1,
    });
    expect(Object.isFrozen(config)).toBe(true);
  });
});
