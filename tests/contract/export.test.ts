// Results over HTTP: who gets which file, what it is called, that it opens, and that nothing secret is in a redacted one.
import { request } from 'node:http';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createShapeId, type TLRecord } from '@tldraw/tlschema';
import { richTextFromPlain } from '@commonboard/shared/board/text/rich-text.ts';
import { textFileNames } from '@commonboard/shared/domain/harvest/files.ts';
import { fillBoard } from '../support/fill-board.ts';
import { pngImage, svgImage } from '../support/sample-images.ts';
import { SyncClient } from '../support/sync-client.ts';
import { call, joinAs, makeBoard, startTestServer, type TestServer } from '../support/test-server.ts';
import type { CreatedBoard, Joined } from '@commonboard/shared/protocol/routes.ts';

const fileNames = ['results.xlsx', 'report.docx', ...textFileNames];
const secrets = [
  'SECRETNAME',
  'SECRETNOTE',
  'SECRETOWNER',
  'SECRETCARD',
  'SECRETPHONE',
  'SECRETSTRATEGY',
  'SECRETPERSON',
];

let server: TestServer;
let board: CreatedBoard;
let empty: CreatedBoard;
const people = {} as Record<'facilitate' | 'edit' | 'view' | 'stranger', Joined>;

beforeAll(async () => {
  server = await startTestServer();
  board = await makeBoard(server.origin, { title: 'Lesen für alle: "A/B" 😀' });
  empty = await makeBoard(server.origin);
  for (const role of ['facilitate', 'edit', 'view'] as const) people[role] = await joinAs(server.origin, board, role);
  people.stranger = await joinAs(server.origin, empty, 'facilitate');
  const client = new SyncClient(server.origin, board.id, people.edit.token);
  await client.ready();
  fillBoard(client.doc, cards());
  await vi.waitUntil(() => client.settled === client.sent);
  client.stop();
});
afterAll(() => server.stop());

function cards(): TLRecord[] {
  const card = (id: string, kind: string, title: string, props: Record<string, unknown> = {}) => ({
    id: createShapeId(id),
    typeName: 'shape',
    type: 'card',
    parentId: 'page:page',
    index: `a${id}`,
    x: 0,
    y: 0,
    rotation: 0,
    isLocked: false,
    opacity: 1,
    meta: {},
    props: { kind, w: 240, richText: richTextFromPlain(title), ...props },
  });
  return [
    card('1', 'impact', '=HYPERLINK("http://x") every child reads', { who: 'Children' }),
    card('2', 'indicator', 'Reading score', {
      baseline: 20,
      target: 80,
      targetDate: '2030-12-31',
      unit: '%',
      actual: 35,
    }),
    card('3', 'stakeholder', 'Ministry', {
      sector: 'government',
      power: 80,
      interest: 20,
      stance: -2,
      note: 'SECRETNOTE',
    }),
    card('4', 'stakeholder', 'SECRETNAME', { entity: 'person', strategy: 'SECRETSTRATEGY', owner: 'SECRETOWNER' }),
    card('5', 'stakeholder', 'SECRETCARD', { sensitive: true }),
    card('6', 'commitment', 'Write to the schools', { owner: 'SECRETOWNER', due: '2027-01-31' }),
    card('7', 'offer', 'A room', { contact: 'SECRETPHONE', resource: 'space' }),
    card('8', 'person', 'SECRETPERSON', { contact: 'SECRETPHONE' }),
  ] as unknown as TLRecord[];
}

async function download(file: string, token: string, query = '', id: string = board.id) {
  const response = await fetch(`${server.origin}/api/boards/${id}/export/${file}${query}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, bytes, text: readable(file, bytes) };
}

/** Also what lies packed inside. */
function readable(file: string, bytes: Uint8Array): string {
  if (!/\.(xlsx|docx)$/.test(file) || bytes[0] !== 0x50) return strFromU8(bytes);
  return Object.entries(unzipSync(bytes))
    .map(([name, part]) => `${name}\n${strFromU8(part)}`)
    .join('\n');
}

describe('who may not', () => {
  it('without a token, or with that of another board, gets nothing', async () => {
    expect((await call(server.origin, 'GET', `/api/boards/${board.id}/export/report.md`)).status).toBe(401);
    expect((await download('report.md', people.stranger.token)).status).toBe(403);
  });

  it.each(['passwd', 'report.exe', '..%2freport.md', '__proto__', 'constructor', 'board.zip'])(
    'asks for %s, which is none, is told which there are',
    async (file) => {
      const { status, text } = await download(file, people.facilitate.token);
      expect(status).toBe(404);
      expect(text).toMatch(/There are: results\.xlsx, report\.docx, report\.md/);
    },
  );

  it('has only a cookie may look but not send pictures', async () => {
    const path = `/api/boards/${board.id}/export/report.docx`;
    const joined = await call(server.origin, 'POST', `/api/boards/${board.id}/join`, {
      json: { key: board.keys.view },
    });
    const cookie = (joined.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    expect((await call(server.origin, 'GET', path, { headers: { cookie } })).status).toBe(200);
    expect((await call(server.origin, 'POST', path, { headers: { cookie }, json: { pictures: [] } })).status).toBe(401);
  });
});

describe.each(fileNames)('%s', (file) => {
  it('downloads under the name of the board, is never cached, runs nothing', async () => {
    const { status, headers, bytes } = await download(file, people.facilitate.token);
    expect(status).toBe(200);
    expect(bytes.length).toBeGreaterThan(0);
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="Lesen fur alle A B - ${file}"; filename*=UTF-8''Lesen%20f%C3%BCr%20alle%20A%20B%20%F0%9F%98%80%20-%20${file}`,
    );
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
  });

  it.each([
    ['a viewer', 'view', ''],
    ['an editor who asks for the redacted form', 'edit', '?redacted=1'],
    ['a facilitator who asks for it', 'facilitate', '?redacted=1&people=1'],
    ['a viewer who asks for more', 'view', '?redacted=0&people=1'],
  ] as const)('for %s holds no name, note or sensitive card', async (_, role, query) => {
    const { status, text } = await download(file, people[role].token, query);
    expect(status).toBe(200);
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    expect(text).not.toMatch(/Active opponent|desired_stance|,stance/);
  });

  it('of an empty board is there, and holds nothing', async () => {
    const { status, bytes } = await download(file, people.stranger.token, '', empty.id);
    expect([status, bytes.length > 0 || file === 'outline.txt']).toEqual([200, true]);
  });
});

describe('what each role gets', () => {
  it('facilitators all, people only where they ask', async () => {
    const token = people.facilitate.token;
    expect((await download('stakeholders.csv', token)).text).toMatch(/SECRETCARD/);
    expect((await download('results.xlsx', token)).text).not.toMatch(/SECRETPERSON/);
    expect((await download('results.xlsx', token, '?people=1')).text).toMatch(/SECRETPERSON/);
  });

  it('editors all but sensitive cards and the list of people, and are told of both', async () => {
    const { text } = await download('report.md', people.edit.token, '?people=1');
    expect(text).toMatch(/SECRETNAME/);
    expect(text).not.toMatch(/SECRETCARD|SECRETPERSON/);
    expect(text).toMatch(/What is not in here[\s\S]*kept out of public copies: 1\.[\s\S]*say who they are: 1\./);
  });
});

describe('the workbook', () => {
  const parts = async () => unzipSync((await download('results.xlsx', people.facilitate.token)).bytes);
  const sheets = async () => {
    const files = await parts();
    const names = [...strFromU8(files['xl/workbook.xml']!).matchAll(/<sheet [^>]*?name="([^"]*)"/g)].map(
      ([, name]) => name,
    );
    return { files, names };
  };

  it('has a sheet for each table that holds something, and the legend last', async () => {
    const { names } = await sheets();
    expect(names).toEqual(expect.arrayContaining(['Indicators', 'Stakeholders', 'Commitments', 'Offers', 'Impacts']));
    expect(names.at(-1)).toBe('Legend');
  });

  it('has numbers as numbers, days as days, percents as percents, and no formula', async () => {
    const { files, names } = await sheets();
    const sheet = strFromU8(files[`xl/worksheets/sheet${names.indexOf('Indicators') + 1}.xml`]!);
    const day = (Date.UTC(2030, 11, 31) - Date.UTC(1899, 11, 30)) / 86_400_000;
    expect(sheet).toMatch(/<c r="[A-Z]2"[^>]*><v>20<\/v>/);
    expect(sheet).toMatch(new RegExp(`<c r="[A-Z]2"[^>]*><v>${day}</v>`));
    expect(sheet).toMatch(/<v>0\.25<\/v>/);
    expect(sheet).toMatch(/ySplit="1"[^>]*state="frozen"/);
    expect(strFromU8(files['xl/styles.xml']!)).toMatch(/yyyy-mm-dd/);
    const all = Object.entries(files).filter(([name]) => name.startsWith('xl/worksheets/'));
    expect(all.filter(([, part]) => strFromU8(part).includes('<f>'))).toEqual([]);
    expect(strFromU8(files['xl/sharedStrings.xml']!)).toContain('=HYPERLINK("http://x")');
  });

  it('of an empty board says so', async () => {
    const { text } = await download('results.xlsx', people.stranger.token, '', empty.id);
    expect(text).toContain('Nothing here yet');
  });
});

describe('the document', () => {
  const path = (file = 'report.docx') => `${server.origin}/api/boards/${board.id}/export/${file}`;
  const post = (pictures: unknown, file?: string) =>
    fetch(path(file), {
      method: 'POST',
      headers: { authorization: `Bearer ${people.edit.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ pictures }),
    });
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

  it('has real headings and tables', async () => {
    const files = unzipSync((await download('report.docx', people.facilitate.token)).bytes);
    const text = strFromU8(files['word/document.xml']!);
    expect(text).toMatch(/<w:pStyle w:val="Heading1"\/>/);
    expect(text).toMatch(/<w:tblHeader\/>/);
    expect(text).toContain('Write to the schools');
  });

  it('takes pictures with words for them', async () => {
    const response = await post([{ png: base64(pngImage(40, 20, [1, 2, 3])), alt: 'The <map>' }]);
    expect(response.status).toBe(200);
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
    expect(Object.keys(files).filter((name) => /^word\/media\/.*\.png$/.test(name))).toHaveLength(1);
    expect(strFromU8(files['word/document.xml']!)).toContain('descr="The &lt;map&gt;"');
  });

  it.each([
    ['what is no picture', [{ png: base64(svgImage), alt: '' }], undefined, 415],
    ['what is no base64', [{ png: '<svg>', alt: '' }], undefined, 400],
    ['no list', 'x', undefined, 400],
    ['pictures for another file', [], 'report.md', 400],
  ])('refuses %s', async (_, pictures, file, status) => expect((await post(pictures, file)).status).toBe(status));
});

describe('pictures for a report', () => {
  it('are not read where the answer is known before: another file, no right, too many at once', async () => {
    const path = (file: string) => `/api/boards/${empty.id}/export/${file}`;
    expect(await announced(path('report.md'), people.stranger.token)).toBe(400);
    expect(await announced(path('passwd'), people.stranger.token)).toBe(404);
    expect(await announced(path('report.docx'), people.edit.token)).toBe(403);
    const { token } = await joinAs(server.origin, empty, 'edit');
    const empties = Array.from({ length: 260 }, () =>
      call(server.origin, 'POST', path('report.docx'), { token, json: {} }),
    );
    expect((await Promise.all(empties)).map(({ status }) => status)).toContain(429);
    expect(await announced(path('report.docx'), token)).toBe(429);
  });

  /** Says that much is coming and sends none of it. The status of the answer. */
  function announced(path: string, token: string): Promise<number> {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-length': String(20 * 1024 * 1024),
    };
    return new Promise((resolve, reject) => {
      const sent = request(server.origin + path, { method: 'POST', headers }, (response) => {
        resolve(response.statusCode ?? 0);
        sent.destroy();
      });
      sent.once('error', reject);
      sent.flushHeaders();
    });
  }
});
