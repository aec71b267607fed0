// What follows from a stakeholder's fields: key player, ally, affected. The same for checks and views.
import { fields as definitions } from './fields.ts';
import type { Card } from './model.ts';
import type { Text } from './text.ts';

/** In the order in which they are shown. */
export const sectorNames: readonly string[] = Object.keys(definitions.sector.choices);

export function sectorLabel(sector: string): Text {
  return definitions.sector.choices[sector] ?? { en: sector };
}

/** From here on, power and interest count as high. */
const highFrom = 50;

/** Sectors that a map of collective action is expected to name; the others only where they matter. */
const expectedSectors: readonly string[] = ['government', 'civil-society', 'market', 'community', 'philanthropy'];

export function isHigh(value: number | undefined): boolean {
  return value !== undefined && value >= highFrom;
}

/** High power and high interest. */
export function isKeyPlayer({ kind, fields: { power, interest } }: Card): boolean {
  return kind === 'stakeholder' && isHigh(power) && isHigh(interest);
}

export function isAlly({ fields: { stance } }: Card): boolean {
  return stance !== undefined && stance > 0;
}

/** It lives with the matter: of the community, or much changes for it. */
export function isAffected({ fields: { sector, impact } }: Card): boolean {
  return sector === 'community' || isHigh(impact);
}

/** Expected sectors of which no stakeholder is on the board. None as long as no sector has been said. */
export function emptySectors(stakeholders: readonly Card[]): string[] {
  const named = new Set(stakeholders.map(({ fields: { sector } }) => sector).filter((sector) => sector !== undefined));
  return named.size === 0 ? [] : expectedSectors.filter((sector) => !named.has(sector));
}
