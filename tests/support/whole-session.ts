// A session of ninety minutes online, minute by minute: its steps as a facilitator sets them up before people come.
import type { CreatedBoard } from '@commonboard/shared/protocol/routes.ts';
import type { PhaseKind } from '@commonboard/shared/templates/format.ts';
import { type StepVote, usualVote } from '@commonboard/shared/voting/terms.ts';
import { usualRights, type WrittenPhase } from '@commonboard/shared/session/phase.ts';
import { joinByApi, newBoard } from './browser-boards.ts';
import type { ServerProcess } from './server-process.ts';
import { SteeredBoard } from './steered-board.ts';

interface Moment {
  title: string;
  kind: PhaseKind;
  minutes: number;
  question: string;
  zones?: string[];
  isAnonymous?: boolean;
  vote?: StepVote;
}

const moments = [
  { title: 'Arrive', kind: 'arrive', minutes: 5, question: 'Who is here?' },
  { title: 'Check-in', kind: 'read', minutes: 7, question: 'What brings you?' },
  { title: 'Our question', kind: 'read', minutes: 3, question: 'How do we open the library?' },
  {
    title: 'Write',
    kind: 'diverge',
    minutes: 7,
    question: 'What could we do?',
    zones: ['proposals'],
    isAnonymous: true,
  },
  { title: 'All appear', kind: 'reveal', minutes: 2, question: 'What is here?', zones: ['proposals'] },
  { title: 'Read', kind: 'read', minutes: 8, question: 'What is unclear?', zones: ['proposals'] },
  { title: 'Sort', kind: 'cluster', minutes: 12, question: 'What belongs together?', zones: ['proposals'] },
  {
    title: 'Choose',
    kind: 'vote',
    minutes: 5,
    question: 'Which first?',
    zones: ['proposals'],
    vote: { ...usualVote, on: 'items' },
  },
  { title: 'The order', kind: 'read', minutes: 2, question: 'What came out?' },
  { title: 'Work it out', kind: 'session', minutes: 10, question: 'What exactly?', zones: ['proposals'] },
  {
    title: 'Decide',
    kind: 'decide',
    minutes: 10,
    question: 'Any objection?',
    zones: ['proposals'],
    vote: { ...usualVote, method: 'objection', isSecret: false, on: 'items' },
  },
  { title: 'Commit', kind: 'commit', minutes: 10, question: 'Who does what by when?', zones: ['commit'] },
  { title: 'Check-out', kind: 'read', minutes: 6, question: 'One word?' },
  { title: 'Harvest', kind: 'harvest', minutes: 3, question: 'What do we take with us?' },
] as const satisfies readonly Moment[];

export type MomentTitle = (typeof moments)[number]['title'];
export const plannedMinutes = moments.reduce((sum, { minutes }) => sum + minutes, 0);

export function questionOf(title: MomentTitle): string {
  return moments.find((moment) => moment.title === title)?.question ?? '';
}

/** On a board whose zones are for proposals, decisions and commitments. */
export async function prepareSession(server: ServerProcess): Promise<{ board: CreatedBoard; steered: SteeredBoard }> {
  const board = await newBoard(server, 'decide-and-commit');
  const steered = new SteeredBoard(server.origin, board, await joinByApi(server, board, 'facilitate', 'Set-up'));
  for (const { id } of (await steered.session()).phases) await steered.steer('remove-phase', { step: id });
  let after: string | null = null;
  for (const moment of moments) {
    await steered.steer('add-phase', { after, step: stepOf(moment) });
    after = (await steered.session()).phases.at(-1)?.id ?? null;
  }
  return { board, steered };
}

function stepOf({ title, kind, minutes, question, zones = [], isAnonymous = false, vote }: Moment): WrittenPhase {
  return {
    title,
    kind,
    minutes,
    question,
    zones,
    isAnonymous,
    isPrivate: isAnonymous,
    note: '',
    rights: usualRights[kind],
    tools: 'few',
    isLong: false,
    until: null,
    vote: vote ?? null,
  };
}
