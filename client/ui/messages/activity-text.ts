// What activities are called, and what each is for.
import type { ActivityKind } from '@commonboard/shared/activities/activity-kinds.ts';
import type { MessageKey } from './catalogue.ts';
import { t } from './t.ts';

const keys = {
  'one-two-four-all': ['session.activity.one-two-four-all', 'session.activity.about.one-two-four-all'],
  pairs: ['session.activity.pairs', 'session.activity.about.pairs'],
  round: ['session.activity.round', 'session.activity.about.round'],
  'lean-coffee': ['session.activity.lean-coffee', 'session.activity.about.lean-coffee'],
  'fifteen-percent': ['session.activity.fifteen-percent', 'session.activity.about.fifteen-percent'],
  fishbowl: ['session.activity.fishbowl', 'session.activity.about.fishbowl'],
  talks: ['session.activity.talks', 'session.activity.about.talks'],
  'twenty-five-ten': ['session.activity.twenty-five-ten', 'session.activity.about.twenty-five-ten'],
  'world-cafe': ['session.activity.world-cafe', 'session.activity.about.world-cafe'],
  triz: ['session.activity.triz', 'session.activity.about.triz'],
} as const satisfies Record<ActivityKind, readonly [MessageKey, MessageKey]>;

export function activityText(kind: ActivityKind): string {
  return t(keys[kind][0]);
}

export function aboutActivity(kind: ActivityKind): string {
  return t(keys[kind][1]);
}
