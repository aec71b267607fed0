// What comes in: broken files first, then lists, tables as people write them, outlines, Kumu files, and what they change.
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { intakeLimits } from '@commonboard/shared/domain/intake/intake.ts';
import { readIntake, readIntakeAtOnce } from '@commonboard/shared/domain/intake/read-intake.ts';
import type { BoardModel } from '@commonboard/shared/domain/model.ts';
import { aCard, actorsBoard, aLink, board, emptyBoard, planBoard } from '../../support/harvest-board.ts';

const read = (text: string, model: BoardModel = emptyBoard) => readIntakeAtOnce([text], model);
const said = (text: string, model?: BoardModel) =>
  read(text, model).cards.map(({ kind, title, fields }) => ({ kind, title, fields }));
const english = (remarks: readonly { line: number; what: { en: string } }[]) =>
  remarks.map(({ line, what }) => `${line}: ${what.en}`);

describe('a file that cannot be read brings nothing in, and says which line and why', () => {
  it.each([
    ['a quotation mark that is never closed', 'name,sector\nA,media\n"B,media\nC,media\n', 3, /never closed/],
    ['a line with more cells than columns', 'name,sector\nA,media\nSmith, John,media\n', 3, /3 cells.*2 columns/],
    ['more cells below a cell of three lines', 'name,notes\nA,"1\n2\n3"\nB,b,c\n', 5, /3 cells/],
    ['letters behind a closing mark', 'name,sector\n"A" B,media\n', 2, /quotation mark/],
    ['no column of names', 'power,interest\n1,2\n', 1, /name/],
    ['JSON that is cut off', '{"elements": [\n{"label": "A"},\n{"lab', 3, /JSON/],
    ['JSON of something else', '{"a": 1}', 1, /no elements/],
    ['more than 20,000 lines', 'a\n'.repeat(intakeLimits.linesMax + 2), 1, /20,000/],
    ['more than 5 MB', 'a'.repeat(intakeLimits.charsMax + 1), 1, /5 MB/],
  ])('%s', (_, text, line, sentence) => {
    const intake = read(text, planBoard);
    expect(intake).toMatchObject({ cards: [], links: [], problems: [{ line }] });
    expect(intake.problems[0]?.what.en).toMatch(sentence);
  });

  it('also when the other file of a pair is good', () => {
    const intake = readIntakeAtOnce(['name,sector\nA,media\n', 'from,to\n"A,B\n'], emptyBoard);
    expect([intake.cards, intake.links, intake.problems.length]).toEqual([[], [], 1]);
  });
});

describe('any text at all', () => {
  const part = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      '\t',
      ',',
      ';',
      '\n',
      '\r\n',
      '\r',
      '"',
      'name',
      'id',
      'from',
      'to',
      'power',
      'shape:',
      '__proto__',
    ),
    fc.constantFrom('{"elements":[', '{"label":"a"}', ']}', 'constructor', 'Outcome: ', '  ', '- ', '|', '\\', "'="),
  );
  it('gives cards or says why not, and never throws', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const { cards, links, problems } = read(parts.join(''), planBoard);
        const keys = new Set([...cards.map(({ key }) => key), ...planBoard.cards.map(({ id }) => id)]);
        expect(new Set(cards.map(({ key }) => key)).size).toBe(cards.length);
        expect(links.every(({ from, to }) => keys.has(from) && keys.has(to) && from !== to)).toBe(true);
        expect(problems.length > 0 && cards.length + links.length > 0).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it('any JSON too', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.array(fc.jsonValue()), (elements, connections) => {
        expect(() => read(JSON.stringify({ elements, connections }))).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });

  it.each(['', '\uFEFF', '\n\n', '   '])('%j is nothing, and no problem', (text) =>
    expect(read(text)).toMatchObject({ cards: [], links: [], problems: [], warnings: [] }),
  );
});

describe('a list', () => {
  it('is one card a line, without its bullets and empty lines, each once', () => {
    const intake = read('- Parents\n\n2. Teachers\r\n• parents\n');
    expect(intake.source).toBe('list');
    expect(intake.cards.map(({ title }) => title)).toEqual(['Parents', 'Teachers']);
    expect(english(intake.warnings)).toEqual(['4: “parents” is the same as line 1; it is taken once.']);
  });

  it('may hold commas, and a header that says what all are', () => {
    expect(said('Ministry of Education, Punjab\nBakers, millers')).toHaveLength(2);
    expect(said('Stakeholder\nParents\nTeachers').map(({ kind }) => kind)).toEqual(['stakeholder', 'stakeholder']);
  });

  it('takes the kind that somebody chose', () => {
    const { cards } = readIntakeAtOnce(['Read aloud\nGive books'], emptyBoard, { kind: 'activity' });
    expect(cards.map(({ kind }) => kind)).toEqual(['activity', 'activity']);
  });
});

describe('a table', () => {
  it.each([
    ['commas', ','],
    ['semicolons', ';'],
    ['tabs', '\t'],
  ])('may have %s, headers in any order, case and with accents', (_, separator) => {
    const rows = [
      ['SECTÓR', 'Org', ' Actor ', 'Attitude', 'Power'],
      ['Civil society', 'Union', 'Teachers', 'passive ally', '70'],
    ];
    expect(said(rows.map((row) => row.join(separator)).join('\n'))).toEqual([
      {
        kind: 'stakeholder',
        title: 'Teachers',
        fields: { sector: 'civil-society', organisation: 'Union', stance: 1, power: 70 },
      },
    ]);
  });

  it('says high, medium and low, or 1 to 5, where a whole column does', () => {
    const power = (text: string) => said(text).map(({ fields }) => fields.power);
    expect(power('name,power\na,H\nb,medium\nc,Low\nd,')).toEqual([85, 50, 15, undefined]);
    expect(power('name,influence\na,1\nb,2\nc,3\nd,4\ne,5')).toEqual([10, 30, 50, 70, 90]);
    expect(power('name,power\na,1\nb,60')).toEqual([1, 60]);
    expect(power('id,name,power\nshape:a,a,3')).toEqual([3]);
  });

  it('leaves out what does not fit, and says it', () => {
    const intake = read('name,power,stance,colour of hair,next due\nA,120,angry,red,2027-02-30\n,1,,,\n');
    expect(intake.cards.map(({ fields }) => fields)).toEqual([{}]);
    expect(english(intake.warnings)).toEqual([
      '1: The column “colour of hair” is not known and stays out.',
      '2: “120” is left out: it does not fit “Power”.',
      '2: “angry” is left out: it does not fit “Stance”.',
      '2: “2027-02-30” is left out: it does not fit “Next step by”.',
      '3: This line has no name and stays out.',
    ]);
  });

  it('has days as people write them, and none that can be read in two ways', () => {
    const due = (day: string) => said(`commitment;due\nA;${day}`)[0]?.fields.due;
    expect(['2027-1-5', '5.1.2027', '31/12/2027', '12/31/2027', '5/5/2027', '1/2/2027'].map(due)).toEqual([
      '2027-01-05',
      '2027-01-05',
      '2027-12-31',
      '2027-12-31',
      '2027-05-05',
      undefined,
    ]);
  });

  it('tells kinds by its column, by its header, by its fields', () => {
    expect(said('kind,title\nOutcome,A\nKey result,B').map(({ kind }) => kind)).toEqual(['outcome', 'keyResult']);
    expect(said('Goal\tDue\nRead more\t2027-01-01')[0]).toMatchObject({ kind: 'goal', fields: { due: '2027-01-01' } });
    expect(said('name,first step,owner\nA,b,c')[0]).toMatchObject({ kind: 'commitment' });
    expect(said('name,type\nA,media\nB,market')[0]).toMatchObject({ fields: { sector: 'media' } });
  });

  it('never runs what an address could', () => {
    expect(said('kind,title,url\nevidence,A,javascript:alert(1)')[0]?.fields).toEqual({});
    expect(said('kind,title,url\nevidence,A,https://example.org/a')[0]?.fields).toEqual({
      url: 'https://example.org/a',
    });
  });

  it('takes the guard against formulas off again', () =>
    expect(said("name,role\n'=1+1,'-x\n'Ndrangheta watch,y").map(({ title, fields }) => [title, fields.role])).toEqual([
      ['=1+1', '-x'],
      ["'Ndrangheta watch", 'y'],
    ]));

  it('of two columns without headers has names in the first', () =>
    expect(said('Parents\tmany\nTeachers\tfew').map(({ title }) => title)).toEqual(['Parents', 'Teachers']));
});

describe('what is on the board already', () => {
  it('is found by id, then by name whatever its case and accents, and only what differs is a change', () => {
    const { cards } = read(
      'id,name,power,sector\nshape:a,Ministry,90,government\nx,VILLAGE  wómen,60,community',
      actorsBoard,
    );
    expect(cards.map(({ match, changes, title }) => ({ match, changes, title }))).toEqual([
      { match: { id: 'shape:a', by: 'id' }, changes: ['title'], title: 'Ministry' },
      { match: { id: 'shape:b', by: 'name' }, changes: ['power'], title: 'Village women' },
    ]);
  });

  it('is not guessed: of two with one name none is changed, and that is said', () => {
    const model = board({ cards: [aCard('a', 'stakeholder', 'Union'), aCard('b', 'stakeholder', 'union')] });
    const intake = read('name,power\nUnion,60', model);
    expect(intake.cards).toMatchObject([{ match: null }]);
    expect(english(intake.warnings)).toEqual([
      '2: Several cards on the board are called “Union”; none of them is changed.',
    ]);
  });

  it('is not taken for a card that has gone, where another line means it by its id', () => {
    const model = board({ cards: [aCard('b', 'stakeholder', 'Union')] });
    const { cards } = read('id,name,power\nshape:a,Union,60\nshape:b,Union,20', model);
    expect(cards.map(({ match, fields }) => ({ match, power: fields.power }))).toEqual([
      { match: null, power: 60 },
      { match: { id: 'shape:b', by: 'id' }, power: 20 },
    ]);
  });

  it('is not an example, and not a card of another kind with the same words', () => {
    const model = board({
      cards: [aCard('a', 'stakeholder', 'Union', {}, { example: true }), aCard('b', 'goal', 'Union')],
    });
    expect(read('name,power\nUnion,60', model).cards).toMatchObject([{ match: null, kind: 'stakeholder' }]);
  });

  it('the same twice makes nothing twice', () => {
    const twice = 'name,power\nUnion,60\nUNION,\n';
    expect(read(twice).cards).toMatchObject([{ title: 'Union', fields: { power: 60 } }]);
    expect(readIntakeAtOnce([twice, twice], emptyBoard).cards).toHaveLength(1);
  });

  it('ids of other programs are good inside their file only', () => {
    const model = board({ cards: [aCard('1', 'stakeholder', 'Somebody else')] });
    expect(read('id,name,power\n1,Union,60', model).cards).toMatchObject([{ match: null, title: 'Union' }]);
  });
});

describe('links', () => {
  it('find their ends by name, in the file or on the board, and make those that nobody has', () => {
    const intake = read(
      'From,To,Type,Strength\nvillage women,Rosa Example,conflict,3\nNew one,Rosa Example,money,9',
      actorsBoard,
    );
    expect(intake.links).toMatchObject([
      { from: 'shape:b', to: 'shape:c', said: { type: 'conflict', strength: 3 }, match: null },
      { from: 'new-1', to: 'shape:c', said: { type: 'money' } },
    ]);
    expect(intake.cards).toMatchObject([{ key: 'new-1', title: 'New one', kind: 'stakeholder' }]);
    expect(english(intake.warnings)).toEqual(['3: The strength “9” is not 1, 2 or 3 and is left out.']);
  });

  it('to nowhere, to itself, or twice stay out, and that is said', () => {
    const intake = read('from,to\nA,\nA,A\nA,B\na,b\n');
    expect(intake.links).toHaveLength(1);
    expect(intake.warnings.map(({ line }) => line)).toEqual([2, 3, 5]);
  });
});

describe('an outline', () => {
  it('is cards by line and links by depth, with spaces, tabs and bullets', () => {
    const intake = read('Children read\n\t- Teachers have time\n\t\t- Fewer forms\n\t- Books in class\n');
    expect(intake.source).toBe('outline');
    expect(intake.cards.map(({ kind, title }) => [kind, title])).toEqual([
      ['impact', 'Children read'],
      ['outcome', 'Teachers have time'],
      ['outcome', 'Fewer forms'],
      ['outcome', 'Books in class'],
    ]);
    const title = new Map(intake.cards.map((card) => [card.key, card.title]));
    expect(intake.links.map(({ from, to }) => `${title.get(from)} > ${title.get(to)}`)).toEqual([
      'Teachers have time > Children read',
      'Fewer forms > Teachers have time',
      'Books in class > Children read',
    ]);
  });

  it('may name a card under several, and in a loop', () => {
    const intake = read('A\n  B\n    C\n    A\nD\n  C\n');
    expect(intake.cards).toHaveLength(4);
    expect(intake.links).toHaveLength(4);
  });

  it('finds what is on the board, of whatever kind', () =>
    expect(read('PARENTS read aloud\n  Evenings are free', planBoard).cards).toMatchObject([
      { match: { id: 'shape:oc_2', by: 'name' }, kind: 'outcome', changes: [] },
      { match: null, kind: 'outcome' },
    ]));
});

describe('Kumu', () => {
  it('in the full form: attributes, reversed connections, types that are ours or not', () => {
    const project = {
      elements: [
        { _id: 'elem-a', attributes: { label: 'A', 'element type': 'Outcome', description: 'x', tags: ['t', 'u'] } },
        { _id: 'elem-b', attributes: { label: 'B', 'element type': 'Spaceship' } },
      ],
      connections: [
        {
          _id: 'conn-1',
          from: 'elem-a',
          to: 'elem-b',
          direction: 'directed',
          reversed: true,
          attributes: { 'connection type': '-' },
        },
      ],
      maps: [{ elements: [{ element: 'elem-a', position: { x: 1, y: 2 } }] }],
    };
    const intake = read(JSON.stringify(project));
    expect(intake.source).toBe('kumu-json');
    expect(intake.cards).toMatchObject([
      { kind: 'outcome', title: 'A', fields: { note: 'x', tags: ['t', 'u'] } },
      { kind: 'idea', title: 'B' },
    ]);
    expect(intake.links).toMatchObject([{ from: 'new-2', to: 'new-1', said: { type: 'causal', polarity: '-' } }]);
  });

  it('connections alone join what is on the board by name', () =>
    expect(
      read(
        JSON.stringify({ connections: [{ from: 'Village women', to: 'Rosa Example', type: 'advice' }] }),
        actorsBoard,
      ),
    ).toMatchObject({ problems: [], cards: [], links: [{ match: { id: 'shape:b-c' } }] }));
});

describe('5,000 lines', () => {
  const rows = Array.from({ length: 5_000 }, (_, i) => `Actor ${i};${i % 101};"a; ""b"""`);
  const text = ['name;power;notes', ...rows].join('\n');
  const model = board({ cards: Array.from({ length: 2_000 }, (_, i) => aCard(`a${i}`, 'stakeholder', `actor ${i}`)) });

  it('are read in steps that say how far they are, and can be left off', () => {
    const shares: number[] = [];
    const reading = readIntake([text], model);
    let step = reading.next();
    for (; !step.done; step = reading.next()) shares.push(step.value);
    expect(step.value.cards).toHaveLength(5_000);
    expect(step.value.cards.filter(({ match }) => match)).toHaveLength(2_000);
    expect(shares.length).toBeGreaterThan(10);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    const left = readIntake([text], model);
    left.next();
    expect(left.return(step.value).done).toBe(true);
  });

  it('take well under a second', () => {
    const start = performance.now();
    read(text, model);
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it('of links and of an outline too', () => {
    const links = ['from,to', ...Array.from({ length: 5_000 }, (_, i) => `P${i},P${i + 1}`)].join('\n');
    const outline = Array.from({ length: 5_000 }, (_, i) => `${' '.repeat(i % 40)}Step ${i}`).join('\n');
    const start = performance.now();
    expect(read(links).links).toHaveLength(5_000);
    expect(read(outline).cards).toHaveLength(5_000);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('that are all wrong are said of 200, and how many more', () => {
    const wrong = ['name,power', ...Array.from({ length: 5_000 }, (_, i) => `A${i},x`)].join('\n');
    const { warnings } = read(wrong);
    expect(warnings).toHaveLength(intakeLimits.remarksMax + 1);
    expect(warnings.at(-1)?.what.en).toBe('And 4800 more of this kind.');
  });
});

test('a field that names a card finds it by what the file calls it, or stays empty and says so', () => {
  const intake = read('id,kind,title,on\n1,Outcome,A,\n2,Indicator,B,A\n3,Indicator,C,Nowhere');
  expect(intake.cards.map(({ fields }) => fields.on)).toEqual([undefined, 'new-1', undefined]);
  expect(english(intake.warnings)).toEqual(['4: “Nowhere” is no card here or in the file; the field stays empty.']);
});

test('a link of our own that was changed elsewhere is an update, not another one', () => {
  const model = board({ cards: [aCard('a', 'outcome', 'A'), aCard('b', 'impact', 'B')], links: [aLink('a', 'b')] });
  expect(
    read(
      'id,from_id,from_name,to_id,to_name,type,direction,strength,label\nshape:a-b,shape:a,A,shape:b,B,causal,mutual,2,',
      model,
    ).links,
  ).toMatchObject([{ match: { id: 'shape:a-b' }, changes: ['direction', 'strength'] }]);
});
