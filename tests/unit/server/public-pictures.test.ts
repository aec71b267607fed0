// Which pictures of zones are passed on: of boards as templates make them, with notes of people who have not agreed to be named.
import type { TLShape } from '@tldraw/tlschema';
import { describe, expect, it } from 'vitest';
import type { HarvestSource } from '@commonboard/server/export/harvest-source.ts';
import { type BoardRecords, publicPictures } from '@commonboard/server/export/public-pictures.ts';
import { boardModel } from '@commonboard/shared/board/board-model.ts';
import { isExample, withoutExampleShapes } from '@commonboard/shared/board/example-shapes.ts';
import { writtenByKey } from '@commonboard/shared/drafts/reveal-notes.ts';
import { newHarvest } from '@commonboard/shared/harvest/harvest.ts';
import { publishedBoard } from '@commonboard/shared/harvest/published-board.ts';
import { templates } from '@commonboard/shared/templates/catalogue.ts';
import { templateRecords } from '@commonboard/shared/templates/template-records.ts';
import { cardRecord } from '../../support/card-records.ts';
import { noteRecord } from '../../support/harvest-records.ts';

const people = ['Fay Leader', 'Ada', 'Omar'];
const proposals = 'shape:zone-proposals';
const commit = 'shape:zone-commit';

function ofTemplate(id: string, withExamples: boolean): BoardRecords {
  const template = templates.find((one) => one.id === id);
  if (!template) throw new Error(`There is no template ${id}.`);
  return templateRecords(template, 'en', { withExamples });
}

/** As a named private round puts it there. */
const noteBy = (name: string, text: string): TLShape =>
  ({ ...noteRecord(text, text, proposals), meta: { [writtenByKey]: name } }) as TLShape;

/** Zones that are left without their picture. */
function withheld(records: BoardRecords, source: Partial<HarvestSource> = {}): string[] {
  const { edit } = newHarvest();
  const model = boardModel(records, { title: 'A board', template: null });
  const zones = model.zones.map(({ id }) => id);
  const none = { bare: [], barePngs: [], edit, withoutExamples: true };
  const drawn = { ...none, pictures: zones, pngs: zones.map(() => new Uint8Array(1)), ...source };
  const published = publishedBoard(model, [], { edit, people, agreed: [] });
  const shown = publicPictures(drawn, records, published).map(({ zone }) => zone);
  return zones.filter((id) => !shown.includes(id));
}

describe('[R187] the picture of a zone', () => {
  const plain = ofTemplate('decide-and-commit', false);
  const withExample = ofTemplate('decide-and-commit', true);

  it('is withheld where a name stands in what is drawn', () => {
    expect(withheld([...plain, noteRecord('a', 'Ada knows', proposals)])).toEqual([proposals]);
    const owned = { ...cardRecord('dig', 'commitment', 'Dig', { owner: 'Ada' }), parentId: commit } as TLShape;
    expect(withheld([...plain, owned])).toEqual([commit]);
    const noted = { ...noteBy('Ada', 'trees'), meta: { [writtenByKey]: 'Ada', other: 'Ada' } };
    expect(withheld([...plain, noted])).toEqual([proposals]);
  });

  it('is withheld where examples may be drawn in it', () =>
    expect(withheld(withExample, { withoutExamples: false })).toContain(proposals));

  it('is passed on where the name is only in who wrote a note, which no picture shows', () =>
    expect(withheld([...plain, noteBy('Ada', 'trees'), noteBy('Omar', 'benches')])).toEqual([]));

  it.each(templates.map(({ id }) => id))('is passed on where it was drawn without examples: %s', (id) =>
    expect(withheld(ofTemplate(id, true))).toEqual([]),
  );

  it('without examples shows neither them nor arrows that touch one, and all else', () => {
    for (const { id } of templates) {
      const [all, left] = [ofTemplate(id, true), withoutExampleShapes(ofTemplate(id, true))];
      const ids = new Set(left.map((record) => record.id));
      const gone = all.filter((record) => !ids.has(record.id));
      const examples = all.filter((record) => record.typeName === 'shape' && isExample(record));
      expect(gone).toEqual(expect.arrayContaining(examples));
      const others = gone.filter((record) => !examples.includes(record));
      expect(others.every((one) => one.typeName === 'binding' || ('type' in one && one.type === 'arrow'))).toBe(true);
      const ends = left.flatMap((record) => (record.typeName === 'binding' ? [record.fromId, record.toId] : []));
      expect([...ids]).toEqual(expect.arrayContaining(ends));
    }
    expect(withoutExampleShapes(plain)).toEqual(plain);
  });
});
