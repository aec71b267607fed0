// Nothing that is served names another host as a place to load from; the watch over every page sees that none is asked.
import { expect } from '@playwright/test';
import { insecureOrigin, test } from '../support/browser.ts';
import { requestedAddresses } from '../support/page-watch.ts';
import { HomePage } from '../support/pages/home-page.ts';

/** Names of XML vocabularies: never fetched. */
const vocabularies = /^http:\/\/www\.w3\.org\//;
const addresses = /(?:https?:)?\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+[^\s"')]*/gi;

test('the page and its styles name no other host', async ({ server, visit }) => {
  const page = await visit();
  await new HomePage(page).open(server.origin);
  const html = await (await fetch(`${server.origin}/`)).text();
  expect(html.match(addresses)).toBeNull();
  const scripts = [...html.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map(([, path]) => path);
  expect(scripts.length).toBeGreaterThan(0);
  // The styles of the board's room come with its script, which the page fetches later.
  const assets = new Set<string>(scripts.flatMap((path) => path ?? []));
  for (const path of scripts) {
    const text = await (await fetch(new URL(path ?? '', server.origin))).text();
    for (const [name] of text.matchAll(/assets\/[\w.-]+\.(?:css|js)/g)) assets.add(`/${name}`);
  }
  const styles = [...assets].filter((path) => path.endsWith('.css'));
  expect(styles.length).toBeGreaterThan(1);
  for (const path of styles) {
    const css = await (await fetch(new URL(path, server.origin))).text();
    const named = (css.match(addresses) ?? []).filter((address) => !vocabularies.test(address));
    expect(named, path).toEqual([]);
    expect(css.match(/@import/), path).toBeNull();
  }
});

test('the policy lets nothing else through, on every kind of page', async ({ server }) => {
  for (const path of ['/', '/b/AAAAAAAAAAAAAAAA', '/nowhere', '/api/config']) {
    const policy = (await fetch(server.origin + path)).headers.get('content-security-policy') ?? '';
    expect(policy, path).toContain("default-src 'none'");
    expect(policy, path).toContain("script-src 'self';");
    expect(policy, path).not.toMatch(/https?:|\*/);
  }
});

test('the start page asks for a few files of this server and no more', async ({ server, visit }) => {
  const page = await visit();
  await new HomePage(page).open(insecureOrigin(server));
  expect(requestedAddresses(page).length).toBeLessThan(25);
});
