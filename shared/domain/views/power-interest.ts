// The power and interest grid (after Mendelow), and the same with impact for interest: who stands in which quarter, what one
// does there by default, and who is too near to a line to say.
import { fieldOf, type FieldName } from '../fields.ts';
import type { BoardModel, Card } from '../model.ts';
import { isOnTheLine } from '../placement.ts';
import { isHigh } from '../stakeholder-facts.ts';
import type { Text } from '../text.ts';
import { withoutExamples } from '../without-examples.ts';

/** High power and interest; power only; interest only; neither. */
export type Quadrant = 'key-player' | 'keep-satisfied' | 'strengthen-voice' | 'keep-posted';

export interface GridAxes {
  up: 'power';
  across: 'interest' | 'impact';
}

export const powerInterest: GridAxes = { up: 'power', across: 'interest' };
/** How much they can change it, and how much it changes for them. */
export const influenceImpact: GridAxes = { up: 'power', across: 'impact' };

export interface GridPlace {
  card: Card;
  up: number;
  across: number;
  quadrant: Quadrant;
  /** Fields whose value is too near to the middle: the group is asked. */
  onTheLine: FieldName[];
}

export interface PowerGrid {
  /** In reading order. */
  places: GridPlace[];
  /** Stakeholders of which one of the two is not said. */
  unplaced: Card[];
}

/** What the quarters are called. The third is often the community itself: its voice is to grow, not only its news. */
export const quadrants: Readonly<Record<Quadrant, Text>> = {
  'key-player': { en: 'Key players: work closely' },
  'keep-satisfied': { en: 'Powerful, not yet interested' },
  'strengthen-voice': { en: 'Strengthen their voice' },
  'keep-posted': { en: 'Keep posted' },
};

export function powerGrid(model: BoardModel, axes: GridAxes): PowerGrid {
  const grid: PowerGrid = { places: [], unplaced: [] };
  for (const card of withoutExamples(model).cards) {
    if (card.kind !== 'stakeholder') continue;
    const [up, across] = [card.fields[axes.up], card.fields[axes.across]];
    if (up === undefined || across === undefined) {
      grid.unplaced.push(card);
      continue;
    }
    const onTheLine = [axes.up, axes.across].filter((name) => isOnTheLine(card.fields[name] ?? 0));
    grid.places.push({ card, up, across, quadrant: quadrantOf(up, across), onTheLine });
  }
  return grid;
}

/** From 50 on, a value is high. */
export function quadrantOf(up: number, across: number): Quadrant {
  if (isHigh(up)) return isHigh(across) ? 'key-player' : 'keep-satisfied';
  return isHigh(across) ? 'strengthen-voice' : 'keep-posted';
}

export interface DefaultStrategy {
  /** A choice of the field `engagement`. */
  engagement: string;
  engagementLabel: Text;
  text: Text;
  /** What their stance adds to it. */
  shift: Text | null;
}

const defaults: Readonly<Record<Quadrant, { engagement: string; text: Text }>> = {
  'key-player': {
    engagement: 'collaborate',
    text: { en: 'Invite them into the core group, name one person who keeps in touch, and speak every month.' },
  },
  'keep-satisfied': {
    engagement: 'consult',
    text: { en: 'Show what is in it for them, keep it short, and ask for one decision.' },
  },
  'strengthen-voice': {
    engagement: 'involve',
    text: {
      en: 'Often those who live with it most. Give them a seat at the table and the means to speak, and shape it with them, until they decide with you.',
    },
  },
  'keep-posted': {
    engagement: 'inform',
    text: { en: 'Keep a channel open, and look again every three months.' },
  },
};

/** What one does unless the group has written a strategy of its own. */
export function defaultStrategy(quadrant: Quadrant, card: Card): DefaultStrategy {
  const { engagement, text } = defaults[quadrant];
  return { engagement, engagementLabel: engagementLabel(engagement), text, shift: shiftOf(card) };
}

function shiftOf({ fields: { power, stance } }: Card): Text | null {
  if (stance === undefined || power === undefined) return null;
  if (stance < 0 && isHigh(power)) return { en: 'First understand what matters to them, one to one.' };
  return stance === 2 && !isHigh(power) ? { en: 'Bring them together with somebody who has reach.' } : null;
}

function engagementLabel(engagement: string): Text {
  const definition = fieldOf('engagement');
  return (definition.type === 'choice' ? definition.choices[engagement] : undefined) ?? { en: engagement };
}
