// A template as a small picture, drawn from its own data: zones as printed rules, notes as what carries the colour.
import { textIn } from '@commonboard/shared/domain/text.ts';
import { type NoteColor, type Template } from '@commonboard/shared/templates/format.ts';
import { locale } from '../ui/messages/locale.ts';
import { boundsOf, noteSide, shortened, titleBaseline, titleSize } from './preview-layout.ts';
import styles from './template-preview.module.css';

const fills: Record<NoteColor, string | undefined> = {
  yellow: styles.yellow,
  'light-blue': styles.blue,
  'light-green': styles.green,
  'light-red': styles.red,
  'light-violet': styles.violet,
  orange: styles.orange,
  grey: styles.grey,
  white: styles.white,
};

export function TemplatePreview({ template }: { template: Template }) {
  const bounds = boundsOf(template.zones);
  const size = titleSize(bounds, template.notes);
  const zones = new Map(template.zones.map((zone) => [zone.id, zone]));
  const at = (zone: string): { x: number; y: number } => zones.get(zone) ?? { x: 0, y: 0 };
  return (
    <svg
      className={styles.preview}
      viewBox={`${bounds.x} ${bounds.y} ${bounds.w} ${bounds.h}`}
      preserveAspectRatio="xMidYMid meet"
      aria-hidden="true"
      fontSize={size}
    >
      {template.zones.map((zone) => (
        <rect
          key={zone.id}
          className={styles.zone}
          x={zone.x}
          y={zone.y}
          width={zone.w}
          height={zone.h}
          rx={size / 4}
        />
      ))}
      {template.lines?.map((line) => (
        <line
          key={line.id}
          className={styles.line}
          x1={at(line.zone).x + line.from.x}
          y1={at(line.zone).y + line.from.y}
          x2={at(line.zone).x + line.to.x}
          y2={at(line.zone).y + line.to.y}
        />
      ))}
      {template.notes.map((note) => (
        <rect
          key={note.id}
          className={fills[note.color]}
          x={at(note.zone).x + note.x}
          y={at(note.zone).y + note.y}
          width={noteSide}
          height={noteSide}
          rx={size / 8}
        />
      ))}
      {template.zones.map((zone) => (
        <text key={zone.id} className={styles.title} x={zone.x + size * 0.6} y={zone.y + size * titleBaseline}>
          {shortened(textIn(zone.title, locale), zone.w, size)}
        </text>
      ))}
    </svg>
  );
}
