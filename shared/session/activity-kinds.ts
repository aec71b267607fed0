// Which activities there are. What their steps are stands apart, since a small page needs only the names.

export const activityKinds = ['one-two-four-all', 'pairs', 'round', 'lean-coffee', 'fifteen-percent'] as const;
export type ActivityKind = (typeof activityKinds)[number];
