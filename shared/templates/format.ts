// The template file format: what a board starts with, as data. All lengths are page units from the template's origin.

import type { Text } from '../domain/text.ts';

export type Moment = 'meet' | 'agree' | 'plan' | 'map' | 'open' | 'close';

export interface TemplateZone {
  id: string;
  title: Text;
  prompt: Text;
  x: number;
  y: number;
  w: number;
  h: number;
}

export type NoteColor =
  | 'yellow'
  | 'light-blue'
  | 'light-green'
  | 'light-red'
  | 'light-violet'
  | 'orange'
  | 'grey'
  | 'white';

export interface TemplateNote {
  id: string;
  /** A zone of this template; x and y are from its corner. */
  zone: string;
  text: Text;
  x: number;
  y: number;
  color: NoteColor;
}

/** Plain words on the canvas, such as the names of axes. */
export interface TemplateLabel {
  id: string;
  zone: string;
  text: Text;
  x: number;
  y: number;
}

/** A straight thin line inside a zone, such as an axis. */
export interface TemplateLine {
  id: string;
  zone: string;
  from: { x: number; y: number };
  to: { x: number; y: number };
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
  minutes: number;
  zones: readonly TemplateZone[];
  notes: readonly TemplateNote[];
  labels?: readonly TemplateLabel[];
  lines?: readonly TemplateLine[];
}
