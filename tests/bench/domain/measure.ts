// What the panel computes while people draw: all checks, and each view, in ms. A frame has 16 ms.
import { checkBoard } from '@commonboard/shared/domain/checks/check-board.ts';
import type { BoardModel } from '@commonboard/shared/domain/model.ts';
import { allies } from '@commonboard/shared/domain/views/allies.ts';
import { goalTree } from '@commonboard/shared/domain/views/goals.ts';
import { logframe } from '@commonboard/shared/domain/views/logframe.ts';
import { loops } from '@commonboard/shared/domain/views/loops.ts';
import { matches } from '@commonboard/shared/domain/views/matches.ts';
import { narrative } from '@commonboard/shared/domain/views/narrative.ts';
import { onion } from '@commonboard/shared/domain/views/onion.ts';
import { paths } from '@commonboard/shared/domain/views/paths.ts';
import { powerGrid, powerInterest } from '@commonboard/shared/domain/views/power-interest.ts';
import { resultsFramework } from '@commonboard/shared/domain/views/results-framework.ts';
import { rolesMatrix } from '@commonboard/shared/domain/views/roles-matrix.ts';
import { salience } from '@commonboard/shared/domain/views/salience.ts';
import { sectorMap } from '@commonboard/shared/domain/views/sectors.ts';
import { stakeholderGaps } from '@commonboard/shared/domain/views/stakeholder-gaps.ts';
import { medianOfRounds, timeOf } from '../median-of-rounds.ts';
import type { Row } from '../table.ts';
import { layeredBoard, tangledBoard, type DomainSizes } from './boards.ts';

const frameMs = 16;
const options = { today: '2027-06-01', participants: ['Asha Rao'], locale: 'en', off: [] };

const measures: Readonly<Record<string, (model: BoardModel) => unknown>> = {
  'all checks': (model) => checkBoard(model, options),
  loops: (model) => loops(model),
  'paths from and to one card': (model) => {
    const { ancestors, descendants, shortest } = paths(model);
    const id = model.cards[model.cards.length >> 1]?.id ?? '';
    return [ancestors(id), descendants(id), shortest(id, model.cards[0]?.id ?? '')];
  },
  logframe,
  'results framework': resultsFramework,
  narrative: (model) => narrative(model, 'en'),
  'roles matrix': rolesMatrix,
  'sector map': sectorMap,
  'grid, gaps, salience, allies, onion': (model) => [
    powerGrid(model, powerInterest),
    stakeholderGaps(model),
    salience(model),
    allies(model),
    onion(model),
  ],
  'goals and matches': (model) => [goalTree(model), matches(model)],
};

export function measureDomain(sizes: DomainSizes, progress: (row: Row) => void): Row[] {
  const boards = { layered: layeredBoard(sizes), tangled: tangledBoard(sizes) };
  const names = Object.keys(measures);
  return names
    .map((name, i) => {
      const measure = measures[name];
      const found = medianOfRounds(
        (['layered', 'tangled'] as const).map((board) => ({
          name: board,
          measure: () => timeOf(() => measure?.(boards[board])),
        })),
        sizes.rounds,
      );
      const rows = (['layered', 'tangled'] as const).map((board) =>
        rowOf(`D${i + 1}`, `${name}, ${board}`, found[board]),
      );
      for (const row of rows) progress(row);
      return rows;
    })
    .flat();
}

function rowOf(id: string, measure: string, ms: number): Row {
  return { id, measure, unit: 'ms', ours: ms, example: null, sync: null, goals: { most: frameMs } };
}
