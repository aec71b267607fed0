// What the levels of a logical framework are called: by words of our own, by goal and purpose, and as two large funders do.
import type { Text } from '../text.ts';
import type { LogframeLevel } from './logframe-codes.ts';

export type LevelPreset = 'plain' | 'goal-purpose' | 'eu' | 'dac';

export interface LevelNames {
  title: Text;
  levels: Readonly<Record<LogframeLevel, Text>>;
}

function names(
  title: string,
  ...[goal, purpose, intermediate, output, activity]: [string, string, string, string, string]
): LevelNames {
  return {
    title: { en: title },
    levels: {
      goal: { en: goal },
      purpose: { en: purpose },
      intermediate: { en: intermediate },
      output: { en: output },
      activity: { en: activity },
    },
  };
}

export const levelNames: Readonly<Record<LevelPreset, LevelNames>> = {
  plain: names('Plain words', 'Lasting change', 'Main change', 'Step on the way', 'What we deliver', 'What we do'),
  'goal-purpose': names('Goal and purpose', 'Goal', 'Purpose', 'Intermediate result', 'Output', 'Activity'),
  eu: names('European Union', 'Overall objective', 'Specific objective', 'Intermediate outcome', 'Output', 'Activity'),
  dac: names('OECD DAC', 'Impact', 'Outcome', 'Intermediate outcome', 'Output', 'Activity'),
};
