// Colours of cards, on the canvas and in exports. A kind is told by its sign, its name and its edge; the colour only helps.
import { kindOf, type Kind } from '@commonboard/shared/domain/kinds.ts';

export interface CardPalette {
  fill: string;
  line: string;
  ink: string;
  quiet: string;
  /** Of the bar, the sign and the name of the kind. */
  kind: string;
}

type Hue = 'violet' | 'teal' | 'blue' | 'amber' | 'earth' | 'red' | 'green' | 'indigo' | 'slate';

/** Each at least 4.5:1 against the card. */
const hues: Record<'light' | 'dark', Record<Hue, string>> = {
  light: {
    violet: '#7a4b94',
    teal: '#0b6e69',
    blue: '#3569a8',
    amber: '#96580a',
    earth: '#736243',
    red: '#a83f4f',
    green: '#43703a',
    indigo: '#4656b8',
    slate: '#555a62',
  },
  dark: {
    violet: '#c49ade',
    teal: '#56b8ad',
    blue: '#86b3ea',
    amber: '#e3ab5c',
    earth: '#c2b08a',
    red: '#ea8b99',
    green: '#94c582',
    indigo: '#9aa6f0',
    slate: '#b9bab8',
  },
};

const grounds = {
  light: { fill: '#ffffff', line: '#d3cbbd', ink: '#22252a', quiet: '#555a62' },
  dark: { fill: '#26292e', line: '#4a5057', ink: '#ece9e3', quiet: '#b9bab8' },
} as const;

const hueOfKind: Partial<Record<Kind, Hue>> = {
  impact: 'violet',
  outcome: 'teal',
  output: 'blue',
  activity: 'amber',
  input: 'earth',
  assumption: 'red',
  risk: 'red',
  problem: 'red',
  objection: 'red',
  indicator: 'green',
  evidence: 'green',
  need: 'red',
  offer: 'green',
  decision: 'violet',
};

const hueOfFamily: Record<ReturnType<typeof kindOf>['family'], Hue> = {
  chain: 'teal',
  support: 'green',
  stakeholder: 'indigo',
  goal: 'teal',
  resource: 'green',
  agreement: 'amber',
  session: 'blue',
  story: 'earth',
  word: 'slate',
};

export function cardPalette(kind: Kind, mode: 'light' | 'dark'): CardPalette {
  return { ...grounds[mode], kind: hues[mode][hueOfKind[kind] ?? hueOfFamily[kindOf(kind).family]] };
}

export type CardEdge = 'plain' | 'dashed' | 'round';

/** Not certain yet: dashed. A person or group: round. */
export function cardEdge(kind: Kind): CardEdge {
  if (kind === 'assumption' || kind === 'risk' || kind === 'proposal') return 'dashed';
  return kind === 'stakeholder' || kind === 'person' ? 'round' : 'plain';
}

export const edgeRadius: Record<CardEdge, number> = { plain: 8, dashed: 8, round: 22 };
