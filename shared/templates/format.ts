// The template file format, version 1: what a board starts with, as data. All lengths are page units; zones, ceilings and
// labels of no zone stand on the page, everything else counts from its zone's corner.
import type { FieldName, FieldValue } from '../domain/fields.ts';
import type { LinkType } from '../domain/link-types.ts';
import type { Direction } from '../domain/model.ts';
import type { Text } from '../domain/text.ts';
import type { Sets, ZoneLayout } from '../domain/zones.ts';

/** In the order the gallery shows them. */
export const moments = ['meet', 'agree', 'plan', 'map', 'open', 'close'] as const;
export type Moment = (typeof moments)[number];

export const phaseKinds = [
  'arrive',
  'diverge',
  'reveal',
  'read',
  'cluster',
  'vote',
  'converge',
  'decide',
  'commit',
  'harvest',
  'break',
  'session',
] as const;
export type PhaseKind = (typeof phaseKinds)[number];

/** Groups of checks; a template with none has no Check tab. */
export const checkGroups = [
  'toc',
  'stakeholders',
  'links',
  'goals',
  'commitments',
  'decisions',
  'open-space',
  'cases',
] as const;
export type CheckGroup = (typeof checkGroups)[number];

export const noteColors = [
  'yellow',
  'light-blue',
  'light-green',
  'light-red',
  'light-violet',
  'orange',
  'grey',
  'white',
] as const;
export type NoteColor = (typeof noteColors)[number];

export const growths = ['down', 'right', 'pages'] as const;
export type Growth = (typeof growths)[number];

export const phaseLocks = ['move', 'edit', 'add'] as const;

export interface TemplatePhase {
  id: string;
  label: Text;
  kind: PhaseKind;
  minutes: number;
  /** Zones it works in; none: the whole board. */
  zoneIds: readonly string[];
  /** What people read while it runs. */
  prompt: Text;
  /** For who leads it. */
  facilitatorNote: Text;
  /** People write where nobody else sees it, until the next reveal. */
  private?: boolean;
  /** Who wrote what is never said. */
  anonymous?: boolean;
  locks?: readonly (typeof phaseLocks)[number][];
}

/** Page units. */
export interface Place {
  x: number;
  y: number;
}

export interface TemplateCell {
  id: string;
  title: Text;
  size?: number;
  kind?: string;
  sets?: Sets;
}

export interface TemplateAxis {
  field: string;
  title: Text;
  low: Text;
  high: Text;
}

/** What is not said is as in a zone that is drawn by hand: free, open, and nothing is set by dropping. */
export interface TemplateZone extends Place {
  id: string;
  title: Text;
  prompt: Text;
  w: number;
  h: number;
  layout?: ZoneLayout;
  cells?: readonly TemplateCell[];
  rows?: readonly TemplateCell[];
  across?: TemplateAxis;
  up?: TemplateAxis;
  accepts?: readonly string[];
  kind?: string;
  sets?: Sets;
  shows?: readonly string[];
  locked?: boolean;
  /** Notes or cards that it must hold: so many from each person, and so many beside. */
  capacity?: { perPerson?: number; inAll?: number };
  /** How it makes room for more people: longer, wider, or as further zones of its size beside it. */
  grows?: Growth;
  /** Each small group has its own. */
  perGroup?: boolean;
  /** Which group's copy it is; only in a template that has been sized for groups. */
  group?: string;
  /** Of a copy or a further page: the zone of the template that it stands for. */
  part?: string;
}

/** Where something stands in its zone: in a part of it, at a place, or else at the first free place. */
interface InZone {
  id: string;
  zone: string;
  cell?: string;
  row?: string;
  at?: Place;
}

/** A prompt on a note. */
export interface TemplateNote extends InZone {
  text: Text;
  color: NoteColor;
  example?: boolean;
  /** Of an example that is a board of its own: no prompt. Not in files. */
  isContent?: true;
}

/** A value of a field; words that people read are a text. A field that names another card holds the id of a card or link here. */
export type TemplateValue = FieldValue | Text;

export interface TemplateCard extends InZone {
  kind: string;
  title: Text;
  fields?: Readonly<Partial<Record<FieldName, TemplateValue>>>;
  /** Shows how it could look; counts in no check and no export. */
  example?: boolean;
}

export interface TemplateLink {
  id: string;
  /** Ids of cards. */
  from: string;
  to: string;
  type?: LinkType;
  direction?: Direction;
  polarity?: '+' | '-';
  delayed?: boolean;
  feedback?: boolean;
  strength?: 1 | 2 | 3;
  confidence?: number;
  rationale?: Text;
}

/** Plain words on the canvas: of a zone, or of the page where no zone is named. */
export interface TemplateLabel extends Place {
  id: string;
  zone?: string;
  text: Text;
  /** Its lines break at this width. */
  w?: number;
  size?: 's' | 'm' | 'l' | 'xl';
}

/** A straight thin line inside a zone. */
export interface TemplateLine {
  id: string;
  zone: string;
  from: Place;
  to: Place;
}

/** Below it is what the group measures and answers for. */
export interface TemplateCeiling extends Place {
  id: string;
  w: number;
}

export interface Template {
  format: 'commonboard-template';
  version: 1;
  id: string;
  title: Text;
  purpose: Text;
  /** What the group leaves with. */
  leaveWith: Text;
  moment: Moment;
  /** People, smallest and largest group. */
  group: readonly [min: number, max: number];
  /** People in one of several small groups; more than this, and each group gets its own zones. */
  groupOf?: readonly [min: number, max: number];
  minutes: number;
  /** Where the method comes from. */
  credits: Text;
  /** An SPDX name. */
  licence: string;
  /** Languages in which every text is there. */
  locales: readonly string[];
  phases: readonly TemplatePhase[];
  zones: readonly TemplateZone[];
  cards: readonly TemplateCard[];
  links: readonly TemplateLink[];
  notes: readonly TemplateNote[];
  labels: readonly TemplateLabel[];
  lines: readonly TemplateLine[];
  ceilings: readonly TemplateCeiling[];
  checks: readonly CheckGroup[];
  /** Names of the files it yields. */
  results: readonly string[];
}
