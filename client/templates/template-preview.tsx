// A template as a small picture, drawn from its own data: zones as printed rules, notes and cards as what carries the colour.
import { textIn } from '@commonboard/shared/domain/text.ts';
import type { NoteColor } from '@commonboard/shared/templates/format.ts';
import type { GalleryEntry, GalleryZone } from '@commonboard/shared/templates/gallery-entry.ts';
import { locale } from '../ui/messages/locale.ts';
import { boundsOf, shortened, titleBaseline, titleSize } from './preview-layout.ts';
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

export function TemplatePreview({ template }: { template: GalleryEntry }) {
  const { zones, marks } = template;
  const bounds = boundsOf(zones);
  const size = titleSize(bounds, template);
  return (
    <svg
      className={styles.preview}
      viewBox={`${bounds.x} ${bounds.y} ${bounds.w} ${bounds.h}`}
      preserveAspectRatio="xMidYMid meet"
      aria-hidden="true"
      fontSize={size}
    >
      {zones.map((zone) => (
        <ZoneGround key={`${zone.x} ${zone.y}`} zone={zone} corner={size / 4} />
      ))}
      {marks.map(({ x, y, w, h, color }) => (
        <rect key={`${x} ${y}`} className={fills[color]} x={x} y={y} width={w} height={h} rx={size / 8} />
      ))}
      {zones.map((zone) => (
        <text
          key={`${zone.x} ${zone.y}`}
          className={styles.title}
          x={zone.x + size * 0.6}
          y={zone.y + size * titleBaseline}
        >
          {shortened(textIn(zone.title, locale), zone.w, size)}
        </text>
      ))}
    </svg>
  );
}

function ZoneGround({ zone, corner }: { zone: GalleryZone; corner: number }) {
  return (
    <>
      <rect className={styles.zone} x={zone.x} y={zone.y} width={zone.w} height={zone.h} rx={corner} />
      {zone.circles.map(([x, y, radius]) => (
        <circle key={radius} className={styles.ring} cx={x} cy={y} r={radius} />
      ))}
      {zone.lines.map(([x1, y1, x2, y2]) => (
        <line key={`${x1} ${y1} ${x2} ${y2}`} className={styles.line} x1={x1} y1={y1} x2={x2} y2={y2} />
      ))}
    </>
  );
}
