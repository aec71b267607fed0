// The HTTP calls about templates: boards from a template file, for so many people, with the example; and the template again.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createdBoardSchema, type CreatedBoard } from '@commonboard/shared/protocol/routes.ts';
import { limits } from '@commonboard/shared/protocol/limits.ts';
import { templates } from '@commonboard/shared/templates/catalogue.ts';
import type { Template } from '@commonboard/shared/templates/format.ts';
import { writeTemplateFile } from '@commonboard/shared/templates/template-file.ts';
import { tocBackwardMap } from '@commonboard/shared/templates/toc-backward-map.ts';
import { call, joinAs, makeBoard, startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const make = (json: Record<string, unknown>) => call(server.origin, 'POST', '/api/boards', { json });
const ours: Template = { ...tocBackwardMap, id: 'ours', title: { en: 'Our own plan' } };
const file = writeTemplateFile(ours);

interface Shape {
  type?: string;
  props?: { h: number; part?: string; group?: string; example?: boolean };
}

async function shapesOf(board: CreatedBoard): Promise<Shape[]> {
  const { token } = await joinAs(server.origin, board, 'view');
  const { body } = await call(server.origin, 'GET', `/api/boards/${board.id}/records`, { token });
  return (body as { records: Shape[] }).records;
}

async function templateOf(board: CreatedBoard): Promise<unknown> {
  const { token } = await joinAs(server.origin, board, 'view');
  return (await call(server.origin, 'GET', `/api/boards/${board.id}/template`, { token })).body;
}

describe('a template file that is no good', () => {
  it.each([
    ['empty', '', /empty/],
    ['no JSON', '{', /not written in JSON/],
    ['no template', '{}', /no template of Commonboard/],
    ['without a zone', JSON.stringify({ ...ours, zones: [] }), /at least one zone/],
    ['with a lost id', JSON.stringify({ ...ours, links: [{ id: 'l', from: 'no', to: 'no' }] }), /no card "no"/],
    [
      'with a field that there is not',
      JSON.stringify({
        ...ours,
        cards: ours.cards.slice(0, 1).map((card) => ({ ...card, fields: { no: 1 } })),
        links: [],
      }),
      /no such field/,
    ],
    [
      'full of what no board holds',
      JSON.stringify({
        ...ours,
        cards: ours.cards.slice(0, 1).map((card) => ({ ...card, kind: 'outcome', fields: { power: 'much' } })),
        links: [],
      }),
      /hold/,
    ],
  ])('%s is refused with a sentence', async (_, templateFile, sentence) => {
    const { status, body } = await make({ templateFile });
    expect([status, body]).toEqual([
      400,
      { error: { code: 'bad-template', message: expect.stringMatching(sentence) as string } },
    ]);
  });

  it('says the first problems and how many more there are', async () => {
    const links = Array.from({ length: 9 }, (_, i) => ({ id: `l${i}`, from: 'no', to: 'no' }));
    const { body } = await make({ templateFile: JSON.stringify({ ...ours, links }) });
    const { message } = (body as { error: { message: string } }).error;
    expect(message.split('\n')).toHaveLength(6);
    expect(message).toMatch(/And \d+ more/);
  });

  it('that is too large is refused', async () => {
    expect((await make({ templateFile: 'x'.repeat(limits.templateCharsMax + 1) })).status).toBe(400);
    expect((await make({ templateFile: 'x'.repeat(limits.templateBodyBytesMax) })).status).toBe(413);
  });

  it('whose groups would fill the memory is refused', async () => {
    const zones = ours.zones.map((zone) => ({ ...zone, perGroup: true }));
    const notes = Array.from({ length: 500 }, (_, i) => ({
      id: `n${i}`,
      zone: zones[0]?.id,
      text: { en: 'x' },
      color: 'grey',
    }));
    const crowd = JSON.stringify({ ...ours, groupOf: [1, 1], zones, notes, cards: [], links: [] });
    expect((await make({ templateFile: crowd, people: 300 })).body).toMatchObject({
      error: { message: expect.stringMatching(/too large/) as string },
    });
  });
});

describe('a board from a template file', () => {
  it('has its zones and its title, and gives the template back as it was', async () => {
    const board = createdBoardSchema.parse((await make({ templateFile: file })).body);
    expect(board.title).toBe('Our own plan');
    expect((await shapesOf(board)).filter(({ type }) => type === 'zone').length).toBe(ours.zones.length);
    expect(await templateOf(board)).toEqual({ template: JSON.parse(file) as unknown });
  });

  it('keeps its template when it is duplicated, and when the first is deleted', async () => {
    const board = await makeBoard(server.origin, { templateFile: file });
    const { token } = await joinAs(server.origin, board, 'facilitate');
    const path = `/api/boards/${board.id}`;
    const copy = createdBoardSchema.parse(
      (await call(server.origin, 'POST', `${path}/duplicate`, { token, json: {} })).body,
    );
    expect((await call(server.origin, 'DELETE', path, { token })).status).toBe(204);
    expect(await templateOf(copy)).toEqual({ template: JSON.parse(file) as unknown });
  });

  it('with the id of a template of this server is still from the file', async () => {
    const board = await makeBoard(server.origin, { templateFile: writeTemplateFile({ ...ours, id: 'open-space' }) });
    expect(await templateOf(board)).toMatchObject({ template: { title: { en: 'Our own plan' } } });
  });
});

describe('the template of a board', () => {
  it('is that of this server, for every role and for nobody else', async () => {
    const board = await makeBoard(server.origin, { template: 'toc-backward-map' });
    expect(await templateOf(board)).toEqual({ template: JSON.parse(writeTemplateFile(tocBackwardMap)) as unknown });
    expect((await call(server.origin, 'GET', `/api/boards/${board.id}/template`)).status).toBe(401);
  });

  it('of a blank board is none', async () =>
    expect(await templateOf(await makeBoard(server.origin))).toEqual({ template: null }));
});

describe('a board for so many people', () => {
  it.each([0, 301, 2.5, '12'])('refuses %s people', async (people) =>
    expect((await make({ template: 'future-headline', people })).status).toBe(400),
  );

  it('has zones for all of them', async () => {
    const few = await shapesOf(await makeBoard(server.origin, { template: 'six-conditions', people: 6 }));
    const many = await shapesOf(await makeBoard(server.origin, { template: 'six-conditions', people: 80 }));
    const area = (shapes: Shape[]) =>
      shapes.filter(({ type }) => type === 'zone').reduce((sum, { props }) => sum + (props?.h ?? 0), 0);
    expect(area(many)).toBeGreaterThan(area(few));
  });

  it('has the example only where it is asked for', async () => {
    const shown = await shapesOf(await makeBoard(server.origin, { template: 'toc-backward-map', examples: true }));
    const plain = await shapesOf(await makeBoard(server.origin, { template: 'toc-backward-map' }));
    const cards = (shapes: Shape[]) => shapes.filter(({ type }) => type === 'card');
    expect([cards(shown).length > 10, cards(plain).length]).toEqual([true, 0]);
    // A board that is made to show the example is about it: its checks and files are too.
    expect(cards(shown).filter(({ props }) => props?.example)).toEqual([]);
  });
});

describe('a template by its name', () => {
  it.each(templates.map(({ id }) => id))('%s is given as its file', async (id) => {
    const response = await fetch(`${server.origin}/api/templates/${id}`);
    expect(response.status).toBe(200);
    const template = templates.find((one) => one.id === id);
    expect(await response.text()).toBe(template && writeTemplateFile(template));
  });

  it('is not sent again to who has it', async () => {
    const address = `${server.origin}/api/templates/open-space`;
    const tag = (await fetch(address)).headers.get('etag') ?? '';
    expect((await fetch(address, { headers: { 'if-none-match': tag } })).status).toBe(304);
    expect((await fetch(address, { headers: { 'if-none-match': 'W/"other"' } })).status).toBe(200);
  });

  it.each(['nothing', '__proto__', 'x'.repeat(100)])('"%s" is none', async (id) =>
    expect((await call(server.origin, 'GET', `/api/templates/${id}`)).status).toBe(404),
  );
});
