// Files that other programs read: each keeps to the rules of its format, whatever people have written.
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import { csvOf, unguarded } from '@commonboard/shared/domain/harvest/csv.ts';
import { textFile, textFileNames, tableToPaste } from '@commonboard/shared/domain/harvest/files.ts';
import { forExport } from '@commonboard/shared/domain/harvest/for-export.ts';
import { kumuConnections, kumuElements } from '@commonboard/shared/domain/harvest/kumu.ts';
import { listItems, listText, type Table } from '@commonboard/shared/domain/harvest/table.ts';
import { tableNamed, workbookTables } from '@commonboard/shared/domain/harvest/tables.ts';
import { readTable } from '@commonboard/shared/domain/intake/read-table.ts';
import type { BoardModel } from '@commonboard/shared/domain/model.ts';
import { aCard, actorsBoard, aLink, aNote, aZone, board, emptyBoard, planBoard } from '../../support/harvest-board.ts';

const facts = { date: '2027-01-05', people: 8, minutes: 90 };
const choice = { locale: 'en', facts, now: Date.UTC(2027, 0, 5, 9, 30) };
function written(name: string, model: BoardModel, asked = {}): string {
  const file = textFile(name);
  if (!file) throw new Error(`There is no ${name}.`);
  return file.write(forExport(model, asked), choice);
}
const header = (name: string, model: BoardModel = emptyBoard) =>
  written(name, model).replace('\uFEFF', '').split('\r\n')[0];

/** Everything that could break out of some format. */
const hostile = `=1+1 <script>alert("x")</script> & ' | \` # ]]> --> "]; \\ \u0000\u0007 \uD800 *a* _b_ [c](d) \r\n- e; 😀 日本`;
const hostileBoard = board({
  title: hostile,
  zones: [aZone('z', hostile, { prompt: hostile })],
  notes: [aNote('n', hostile, { zoneId: 'shape:z' })],
  cards: [
    aCard('a', 'outcome', hostile, { note: hostile, tags: [hostile, '|', '\\'], who: hostile }),
    aCard('b', 'impact', hostile),
    aCard('c', 'commitment', hostile, { owner: hostile, due: '2027-01-31', helpers: [hostile] }),
  ],
  links: [aLink('a', 'b', { rationale: hostile, label: hostile })],
});

describe('columns that others rely on', () => {
  it.each([
    [
      'stakeholders.csv',
      'id,name,kind,sector,organisation,role,power,interest,quadrant,impact,stance,desired_stance,power_attr,legitimacy,urgency,salience,influence,ring,contribution,wants,engagement_level,contact_strategy,channel,owner,next_action,next_due,tags,notes',
    ],
    ['links.csv', 'id,from_id,from_name,to_id,to_name,type,direction,strength,label'],
    [
      'logframe.csv',
      'level,code,statement,who,indicator,unit,baseline,target,target_date,means_of_verification,assumptions,responsible,also_contributes_to',
    ],
    [
      'results.csv',
      'result_code,parent_codes,level,statement,indicator_code,indicator,measure,ascending,disaggregation,baseline_value,baseline_year,target_value,target_date,actual_value,actual_date,data_source,method,frequency,responsible,sphere',
    ],
    ['matches.csv', 'need,offer,type,exchange,from,to,when'],
    ['commitments.csv', 'id,kind,title,owner,due,first_step,helpers,known_by,goal_id,goal,done'],
  ])('of %s', (name, columns) => expect(header(name)).toBe(columns));

  it('redacted, lose stance, salience, notes and names, not only their values', () =>
    expect(
      tableNamed('stakeholders', forExport(actorsBoard, { redacted: true }), choice)
        ?.columns.map(({ key }) => key)
        .join(),
    ).toBe(
      'id,name,kind,sector,organisation,role,power,interest,quadrant,impact,influence,ring,contribution,wants,engagement_level,tags',
    ));
});

describe('a CSV', () => {
  const table = (cells: (string | number | null)[]): Table => ({
    name: 't',
    title: { en: 'T' },
    columns: [{ key: 'name', title: { en: 'A' }, type: 'text' }],
    rows: cells.map((name) => ({ name })),
  });
  it.each(['=1', '+1', '-1', '@a', '\ta', '\ra', '＝1', "'=1"])('guards %j', (text) =>
    expect(csvOf(table([text]))).toMatch(/^\uFEFFname\r\n"?'/),
  );
  it('guards what heads a column: titles of cards may', () =>
    expect(csvOf({ name: 'roles', columns: [{ key: '=1' }], rows: [] } as never, { mark: false })).toBe("'=1\r\n"));
  it('leaves numbers and words alone', () =>
    expect(csvOf(table([-1, "o'clock", null, 'a-b']), { mark: false })).toBe("name\r\n-1\r\no'clock\r\n\r\na-b\r\n"));
  it('comes back as it was, whatever was written', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (texts) => {
        const { headers, rows, problems } = readTable(csvOf(table(texts), { mark: false }), ',');
        expect([headers, problems]).toEqual([['name'], []]);
        expect(rows.map(({ cells }) => cells[0])).toEqual(texts.filter((text) => text.trim() !== ''));
      }),
    );
  });
  it.each(['a;=1', 'a\t@b', 'a; +1', 'line\n-1', "a;'=1", 'a\r\n＝1'])(
    'guards what another program may split off: %j',
    (text) => expect(unquoted(csvOf(table([text]), { mark: false }))).toMatch(/[;\t\n] ?'/),
  );
  it('comes back as it was, of the marks that matter', () => {
    const marks = fc.string({ unit: fc.constantFrom('=', '-', "'", ';', '\t', '\n', ' ', 'a') });
    fc.assert(
      fc.property(marks, (text) => {
        const said = unquoted(csvOf(table([text]), { mark: false }));
        expect(unguarded(said)).toBe(text);
        expect(said).not.toMatch(/(^|[;\t\n] *)[=-]/);
      }),
      { numRuns: 2000 },
    );
  });
  it('takes off one guard only', () =>
    expect(["'=1", "''=1", "'a", '=1'].map(unguarded)).toEqual(['=1', "'=1", "'a", '=1']));
});

/** The only cell of a table of one row, as a program reads it. */
function unquoted(csv: string): string {
  const cell = csv.slice('name\r\n'.length, -2);
  return cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}

test('a list in one cell comes back as it was', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (items) => {
      const filled = items.map((item) => item.trim()).filter((item) => item !== '');
      expect(listItems(listText(items))).toEqual(filled.map((item) => item.replace(/\r\n?/g, '\n')));
    }),
  );
});

describe('what leaves a board', () => {
  const secret = aCard('s', 'stakeholder', 'Hidden', { sensitive: true });
  const example = aCard('e', 'stakeholder', 'Shown how', {}, { example: true });
  const model = board({
    cards: [...actorsBoard.cards, secret, example, aCard('i', 'indicator', 'I', { on: 'shape:s' })],
    notes: [aNote('n', 'Rosa', { zoneId: 'shape:z' }), aNote('m', 'A thought')],
    zones: [aZone('z', 'Who', { kind: 'stakeholder' })],
    links: [...actorsBoard.links, aLink('s', 'a', { type: 'advice' }), aLink('b', 'a', { type: 'conflict' })],
  });
  it('has no examples, and says how many sensitive cards are in', () => {
    const exported = forExport(model);
    expect(exported.sensitiveCount).toBe(1);
    expect(exported.model.cards.map(({ title }) => title)).not.toContain('Shown how');
    expect(exported.leftOut.map(({ en }) => en)).toEqual(['Examples, which never count: 1.']);
  });
  it('redacted, has no sensitive card, no link to it or field that names it, no name of a person, and says so', () => {
    const { model: left, leftOut, sensitiveCount } = forExport(model, { redacted: true });
    expect(sensitiveCount).toBe(0);
    expect(left.cards.map(({ title }) => title)).toEqual([
      'Ministry, of Education',
      'Village women',
      '(person 1)',
      'I',
    ]);
    expect(left.cards.at(-1)?.fields).toEqual({});
    expect(left.links.map(({ id }) => id)).toEqual(['shape:a-b', 'shape:b-c']);
    // A note may name anybody.
    expect(left.notes).toEqual([]);
    expect(leftOut).toHaveLength(5);
  });
  it.each(textFileNames)('as %s of an empty board is a friendly file', (name) =>
    expect(written(name, emptyBoard).length > 0 || name === 'outline.txt').toBe(true),
  );
});

describe('GraphML', () => {
  const text = written('graph.graphml', hostileBoard);
  it('has its keys before its one graph, each data with a key, each edge with two nodes', () => {
    expect(text.indexOf('<graph ')).toBeGreaterThan(text.lastIndexOf('<key '));
    const keys = new Set(
      [
        ...text.matchAll(
          /<key id="([^"]+)" for="(node|edge)" attr.name="[^"]+" attr.type="(string|int|double|boolean)"\/>/g,
        ),
      ].map(([, id]) => id),
    );
    expect(keys.size).toBe(text.match(/<key /g)?.length);
    const used = [...text.matchAll(/<data key="([^"]+)">/g)].map(([, key]) => key);
    expect(used.filter((key) => !keys.has(key))).toEqual([]);
    const nodes = new Set([...text.matchAll(/<node id="([^"]+)"/g)].map(([, id]) => id));
    const ends = [...text.matchAll(/source="([^"]+)" target="([^"]+)"/g)].flatMap(([, from, to]) => [from, to]);
    expect([nodes.size, ends.length, ends.filter((end) => !nodes.has(end))]).toEqual([3, 2, []]);
  });
  it('holds no letter that XML cannot, and no mark-up of others', () => {
    expect(text).not.toContain('<script');
    expect([text.includes('\u0000'), text.includes('\u0007'), text.isWellFormed()]).toEqual([false, false, true]);
    expect(text).toContain('&lt;script&gt;');
  });
});

describe('Kumu', () => {
  const id = z.string().regex(/^[^_.]+$/);
  const schema = z.object({
    elements: z.array(
      z.looseObject({ id, label: z.string(), type: z.string().regex(/^\S+$/), tags: z.array(z.string()).optional() }),
    ),
    connections: z.array(
      z.looseObject({
        id,
        from: id,
        to: id,
        type: z.string().regex(/^\S+$/),
        direction: z.enum(['directed', 'undirected', 'mutual']),
      }),
    ),
  });
  it.each([planBoard, actorsBoard, hostileBoard])('JSON keeps to the rules of the simple form: %#', (model) => {
    const { elements, connections } = schema.parse(JSON.parse(written('kumu.json', model)));
    const ids = new Set(elements.map((element) => element.id));
    expect(ids.size).toBe(model.cards.length);
    expect(connections.every(({ from, to }) => ids.has(from) && ids.has(to))).toBe(true);
  });
  it('a cause with a sign is + or -', () =>
    expect(kumuConnections(planBoard).rows.map(({ Type }) => Type)).toEqual([
      '+',
      'causal',
      'causal',
      'causal',
      'causal',
      'supports',
      '-',
    ]));
  it('CSV has the columns in the order that Kumu wants', () => {
    const keys = (table: Table) => table.columns.map(({ key }) => key).join();
    expect(keys(kumuElements(planBoard))).toMatch(/^ID,Label,Type,Description,Tags,Image,URL,Email,/);
    expect(keys(kumuConnections(planBoard))).toMatch(/^ID,From,To,Type,Direction,Label,Description,Tags,Strength,/);
  });
});

describe('Mermaid', () => {
  it('has nothing in its words that it could take for its own', () => {
    const lines = written('graph.mmd', hostileBoard).trimEnd().split('\n');
    expect(lines[0]).toBe('graph BT');
    const sign = String.raw`[\p{L}\p{M}\p{N} ,.!?():/+'#;-]`;
    const node = new RegExp(String.raw`^  n\d+\["${sign}+"\]$`, 'u');
    const edge = new RegExp(String.raw`^  n\d+ (<?--[->]|<?-\.-[>]?)\|"${sign}+"\| n\d+$`, 'u');
    expect(lines.slice(1).filter((line) => !node.test(line) && !edge.test(line))).toEqual([]);
  });
  it('shows both ways, no way, and late', () =>
    expect(written('graph.mmd', actorsBoard)).toContain('n2 <-->|"advises"| n3'));
});

describe('commitments.ics', () => {
  const text = written('commitments.ics', hostileBoard);
  it('has lines of at most 75 bytes that end as they should, folded at whole letters', () => {
    expect(text.endsWith('\r\n')).toBe(true);
    const lines = text.trimEnd().split('\r\n');
    expect(lines.filter((line) => new TextEncoder().encode(line).length > 75)).toEqual([]);
    expect(text).not.toContain('\uFFFD');
    expect(lines.every((line) => !/[\n\r]/.test(line) && /^([A-Z-]+[:;]| )/.test(line))).toBe(true);
  });
  it('has a task with id, stamp and day', () => {
    expect(text).toContain('UID:c@commonboard\r\n');
    expect(text).toContain('DTSTAMP:20270105T093000Z\r\n');
    expect(text).toContain('DUE;VALUE=DATE:20270131\r\n');
    expect(text.replaceAll('\r\n ', '')).toMatch(/\r\nSUMMARY:=1\+1 <script>.*\\; \\\\/);
  });
});

describe('the report', () => {
  it('as HTML has no mark-up of others and asks for nothing from elsewhere', () => {
    const html = written('report.html', hostileBoard);
    expect(html).not.toMatch(/<script|<img|<link|src=|url\(|@import/);
    expect(html.match(/<h1>/g)).toHaveLength(1);
  });
  it('as Markdown has one line for each heading and item, and no format of others', () => {
    const lines = written('report.md', hostileBoard).split('\n');
    expect(lines.filter((line) => line.startsWith('# '))).toHaveLength(1);
    expect(lines.filter((line) => /(?<!\\)[<[]/.test(line))).toEqual([]);
  });
  it('has what was made by zone, what was promised, what was left out', () => {
    const md = written('report.md', {
      ...planBoard,
      cards: [
        ...planBoard.cards,
        aCard('c', 'commitment', 'Write', { owner: 'Amina' }),
        aCard('e', 'goal', 'x', {}, { example: true }),
      ],
    });
    expect(md).toMatch(
      /^# Reading for all\n\n\*2027-01-05 · 90 minutes · 8 people\*\n\n## What we made\n\n### Our plan\n\n\*What has to come true\?\*\n\n- \*\*Outcome:\*\* Parents read aloud/,
    );
    expect(md).toMatch(/## Commitments\n\n\| Commitment \| Owner \|/);
    expect(md).toMatch(/## What is not in here\n\n- Examples, which never count: 1\./);
  });
  it('tells the plan as a story and what stays open, but not in a redacted copy, where names would seem to be missing', () => {
    expect(written('report.md', planBoard)).toMatch(
      /## How we think it will come about\n\nWe aim for[\s\S]*## Open points\n\n- /,
    );
    expect(written('report.md', planBoard, { redacted: true })).not.toMatch(/How we think|Open points|not yet agreed/);
  });
  it('marks no other card so', () => expect(written('report.md', planBoard)).not.toContain('without a source'));
  it('marks a case story without a source, wherever it stands (E01)', () => {
    const model = board({
      cards: [aCard('a', 'caseStudy', 'Told'), aCard('b', 'caseStudy', 'Known', { source: 'A book' })],
    });
    expect(written('report.md', model)).toMatch(
      /Told \(without a source[^\n]*\n- \*\*Case story:\*\* Known \(Source: A book\)/,
    );
    const lines = written('case_stories.csv', model).trimEnd().split('\r\n');
    expect(lines.map((line) => line.split(',').at(-1))).toEqual(['illustrative', 'yes', '']);
  });
  it('of nothing says so', () => {
    expect(written('report.md', emptyBoard)).toContain('Nothing here yet.');
    expect(written('report.md', emptyBoard)).not.toContain('Open points');
  });
});

describe('the logframe', () => {
  it('has a line for each result and indicator, with its assumptions, and inputs beside activities', () => {
    const lines = written('logframe.csv', planBoard).split('\r\n');
    expect(lines[1]).toMatch(/^goal,G1,"Every child reads/);
    expect(lines[2]).toBe(
      'purpose,P1,\'=Teachers have time,"Teachers; heads",Children who read 20 minutes a day,%,20,80,2030-12-31,,Schools stay open,,',
    );
    expect(lines.filter((line) => line.startsWith('activity'))).toEqual([
      expect.stringMatching(/^activity,A1\.1\.1,Collect books,,Money,.*,Amina,$/),
    ]);
  });
  it('names its levels as the group hands it in', () => {
    const html = (preset: 'plain' | 'eu') => tableToPaste('logframe', forExport(planBoard), { ...choice, preset });
    expect([html('eu').includes('Overall objective'), html('plain').includes('Overall objective')]).toEqual([
      true,
      false,
    ]);
  });
  it('comes with the results framework, which holds what is measured', () =>
    expect(written('results.csv', planBoard)).toMatch(
      /\r\nP1,G1,purpose,'=Teachers have time,P1-1,Children who read[^\r]*,percentage,yes,girls\|boys,20,2026,80,2030-12-31,35,/,
    ));
});

describe('the workbook', () => {
  it('has each card once, the legend last, and says it where there is nothing', () => {
    const names = (model: BoardModel) => workbookTables(forExport(model), choice).map(({ name }) => name);
    expect(names(planBoard)).toEqual([
      'logframe',
      'indicators',
      'roles',
      'impacts',
      'outcomes',
      'outputs',
      'activities',
      'inputs',
      'assumptions',
      'links',
      'legend',
    ]);
    expect(names(emptyBoard)).toEqual(['legend']);
  });
});

test('a table pastes as a table, with nothing of others in it', () => {
  const html = tableToPaste('outcomes', forExport(hostileBoard), choice);
  expect(html).toMatch(/^<table>[\s\S]*<\/table>$/);
  expect(html).not.toContain('<script');
});
