// Which activities there are. What their steps are stands apart, since a small page needs only the names.

/** Offered first. */
export const usualKinds = ['one-two-four-all', 'pairs', 'round', 'lean-coffee', 'fifteen-percent'] as const;
/** Behind "More". */
export const moreKinds = ['world-cafe', 'twenty-five-ten', 'triz', 'fishbowl', 'talks'] as const;
export const activityKinds = [...usualKinds, ...moreKinds] as const;
export type ActivityKind = (typeof activityKinds)[number];
