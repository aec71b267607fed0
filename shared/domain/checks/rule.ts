// What a rule is: how much it weighs and the words it is said with. Advice only: no rule ever stops anybody.
import type { Text } from '../text.ts';

/** `error` the result cannot be read without it, `warn` it will be missed, `hint` something to talk about. */
export type Level = 'error' | 'warn' | 'hint';
export const levels: readonly Level[] = ['error', 'warn', 'hint'];

export type RuleGroup =
  | 'toc'
  | 'stakeholders'
  | 'links'
  | 'goals'
  | 'commitments'
  | 'decisions'
  | 'open-space'
  | 'cases';

export interface Rule<Says extends string = string> {
  group: RuleGroup;
  level: Level;
  title: Text;
  /** What to do about it. */
  advice: Text;
  /** The sentences it can say; `{name}` stands for a value of the finding. */
  says: Readonly<Record<Says, Text>>;
  /** Where a sentence has a title or a level of its own. */
  special: Readonly<Partial<Record<string, { title?: Text; level?: Level }>>>;
}

export function rule<Says extends string>(
  group: RuleGroup,
  level: Level,
  title: string,
  advice: string,
  says: Record<Says, string>,
  special: Partial<Record<Says, { title?: string; level?: Level }>> = {},
): Rule<Says> {
  const sentences = Object.entries<string>(says).map(([name, en]) => [name, { en }]);
  const specials = Object.entries<{ title?: string; level?: Level } | undefined>(special).map(([name, own]) => [
    name,
    { ...(own?.title !== undefined && { title: { en: own.title } }), ...(own?.level && { level: own.level }) },
  ]);
  return {
    group,
    level,
    title: { en: title },
    advice: { en: advice },
    says: Object.fromEntries(sentences) as Record<Says, Text>,
    special: Object.fromEntries(specials) as Rule['special'],
  };
}
