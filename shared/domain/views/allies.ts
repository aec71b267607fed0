// The spectrum of allies: five bands by stance, and which way the group hopes somebody moves.
import { fields as definitions } from '../fields.ts';
import type { BoardModel, Card } from '../model.ts';
import type { Text } from '../text.ts';
import { withoutExamples } from '../without-examples.ts';

/** From active ally to active opponent. */
export const stances = [2, 1, 0, -1, -2] as const;
export type Stance = (typeof stances)[number];

export interface AlliesBand {
  stance: Stance;
  label: Text;
  cards: Card[];
  /** Those who stand in another band and are hoped to come here. */
  aimedAt: Card[];
}

export interface Allies {
  bands: AlliesBand[];
  /** Stakeholders whose stance is not said. */
  unplaced: Card[];
}

export function allies(model: BoardModel): Allies {
  const all = withoutExamples(model).cards.filter(({ kind }) => kind === 'stakeholder');
  return {
    bands: stances.map((stance) => ({
      stance,
      label: definitions.stance.steps[stance] ?? { en: String(stance) },
      cards: all.filter(({ fields }) => fields.stance === stance),
      aimedAt: all.filter(({ fields }) => fields.desiredStance === stance && fields.stance !== stance),
    })),
    unplaced: all.filter(({ fields: { stance } }) => stance === undefined),
  };
}
