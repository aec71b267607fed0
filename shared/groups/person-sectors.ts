// Where people come from, as they say it of themselves.

/** As in the field of that name on a card. */
export const personSectors = [
  'government',
  'civil-society',
  'market',
  'community',
  'philanthropy',
  'academia',
  'media',
  'other',
] as const;
export type PersonSector = (typeof personSectors)[number];
