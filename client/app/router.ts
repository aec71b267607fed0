// Which page is open, and the secret that a link brought along. The secret leaves the address bar here, before anything
// else of the page is loaded; it then lives in memory only. Boards open at /b/ with a canvas and at /p/ without: these are two
// pages of their own, and from one to the other the browser goes.
import { useSyncExternalStore } from 'react';
import { boardIdSchema, type BoardId } from '@commonboard/shared/protocol/ids.ts';

export type Page =
  | { kind: 'home' }
  /** `visit` grows each time an address is opened, so that the same board's link can be opened again. */
  | { kind: 'board'; id: BoardId; secret: string | null; visit: number; isScreen: boolean }
  /** An address that has the form of a board's and cannot be one. */
  | { kind: 'no-board' }
  /** Joining by a short code; null where it is still to be typed. */
  | { kind: 'code'; code: string | null }
  /** Going on as the person of another device; null where the address has no code. */
  | { kind: 'pair'; code: string | null; visit: number }
  | { kind: 'nothing' };

/** Where the boards of this page are. */
type Place = '/b/' | '/p/';

const secretCharsMax = 64;
const secretsMax = 60;
const pairPath = '/pair';
/** Secrets of this page's boards, for going back and forth before a board is joined. */
const secrets = new Map<BoardId, string>();
const listeners = new Set<() => void>();
let place: Place = '/b/';
let page: Page = { kind: 'nothing' };
let visits = 0;
let typedCode: string | null = null;
let pairingCode: string | null = null;

/** Reads the address for the first time and follows it from then on. Call before anything else is loaded. */
export function startRouter(here: Place = '/b/'): void {
  place = here;
  readAddress();
  window.addEventListener('popstate', readAddress);
  window.addEventListener('hashchange', readAddress);
}

export function usePage(): Page {
  return useSyncExternalStore(onPageChange, () => page);
}

/** Goes to an address of this page. A board's secret is handed over in memory, never in the address. */
export function goTo(path: string, secret?: string): void {
  if (isPlain(path) !== (place === '/p/')) {
    window.location.assign(path);
    return;
  }
  const id = boardIdOf(path);
  if (id && secret !== undefined) keepSecret(id, secret);
  history.pushState(null, '', path);
  readAddress();
  window.scrollTo(0, 0);
}

/** To a board, in the way this page shows boards. */
export function goToBoard(id: BoardId, secret?: string): void {
  goTo(place + id, secret);
}

/** To the same board in the other way, as the same person: a link that this visit came by goes along, where no server sees it. */
export function goToOtherWay(id: BoardId): void {
  const secret = secrets.get(id);
  const other: Place = place === '/b/' ? '/p/' : '/b/';
  window.location.assign(other + id + (secret === undefined ? '' : `#${secret}`));
}

/** To the page that joins by a short code. The code is handed over in memory, as secrets are. */
export function goToCode(code: string): void {
  typedCode = code;
  goTo(place === '/p/' ? '/p' : '/join');
}

/** The secret of an open board was made anew: coming back to it takes this one. */
export function replaceSecret(id: BoardId, secret: string): void {
  if (secrets.has(id)) keepSecret(id, secret);
}

/** What the address of this board brought, or what has taken its place. */
export function secretFor(id: BoardId): string | null {
  return secrets.get(id) ?? null;
}

export function goHome(): void {
  goTo('/');
}

function onPageChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function readAddress(): void {
  const { pathname, hash, search } = window.location;
  const id = boardIdOf(pathname);
  const fromLink = id ? secretOf(hash) : null;
  // Whatever stands there, even for an address that leads nowhere: it may be someone's secret.
  if (pathname === pairPath && hash !== '') pairingCode = secretOf(hash);
  if ((/^\/[bp]\//.test(pathname) || pathname === pairPath) && hash !== '')
    history.replaceState(history.state, '', pathname + search);
  if (id && fromLink !== null) keepSecret(id, fromLink);
  visits += 1;
  page = pageOf(pathname, id);
  for (const listener of listeners) listener();
}

function pageOf(pathname: string, id: BoardId | null): Page {
  if (pathname === '/' || pathname === '/index.html') return { kind: 'home' };
  if (pathname === pairPath) return { kind: 'pair', code: pairingCode, visit: visits };
  if (pathname === '/join' || /^\/p\/?$/.test(pathname)) return { kind: 'code', code: typedCode };
  if (id) return { kind: 'board', id, secret: secrets.get(id) ?? null, visit: visits, isScreen: isScreen(pathname) };
  return pathname.startsWith(place) ? { kind: 'no-board' } : { kind: 'nothing' };
}

function keepSecret(id: BoardId, secret: string): void {
  secrets.delete(id);
  secrets.set(id, secret);
  const oldest = secrets.keys().next();
  if (secrets.size > secretsMax && !oldest.done) secrets.delete(oldest.value);
}

/** Of the page without canvas. */
function isPlain(pathname: string): boolean {
  return /^\/p(\/|$)/.test(pathname);
}

/** The page for a projector. It opens with what this device knows of the board. */
export function screenAddress(id: BoardId): string {
  return `/b/${id}/room`;
}

function isScreen(pathname: string): boolean {
  return /^\/b\/[^/]+\/room$/.test(pathname);
}

function boardIdOf(pathname: string): BoardId | null {
  const match = /^\/(?:[bp]\/([^/]+)\/?|b\/([^/]+)\/room)$/.exec(pathname);
  const parsed = boardIdSchema.safeParse(match?.[1] ?? match?.[2]);
  return parsed.success ? parsed.data : null;
}

/** Not checked for its form: a cut-off secret is for the server to refuse, like any wrong one. */
function secretOf(hash: string): string | null {
  const secret = hash.replace(/^#/, '').slice(0, secretCharsMax);
  return secret === '' ? null : secret;
}
