// Pretend people, for who rehearses alone: drawn over the canvas, on this page only. They are on no board and go with the rehearsal.
import { isZone } from '@commonboard/shared/schema/zone-shape.ts';
import { MousePointer2 } from 'lucide-react';
import { createContext, useContext, useEffect, useState } from 'react';
import { useEditor, useValue, type Box } from 'tldraw';
import { t } from '../../ui/messages/t.ts';
import { pretendAt } from './pretend-script.ts';
import styles from './pretend-people.module.css';

/** Zones that the step works in, by id or part; null: nobody is pretended. */
export const PretendContext = createContext<readonly string[] | null>(null);

export function PretendPeople() {
  const zones = useContext(PretendContext);
  return zones && <Crowd key={zones.join(' ')} zones={zones} />;
}

const tickMs = 90;
const names = [t('session.pretend.name.1'), t('session.pretend.name.2'), t('session.pretend.name.3')];
const lines = [
  t('session.pretend.line.1'),
  t('session.pretend.line.2'),
  t('session.pretend.line.3'),
  t('session.pretend.line.4'),
  t('session.pretend.line.5'),
  t('session.pretend.line.6'),
];

function Crowd({ zones }: { zones: readonly string[] }) {
  const editor = useEditor();
  const isStill = useValue('no motion', () => editor.user.getAnimationSpeed() === 0, [editor]);
  const since = useSince();
  const place = useValue(
    'place of pretend people',
    () => {
      const zone = editor
        .getCurrentPageShapes()
        .find((shape) => isZone(shape) && (zones.includes(shape.id) || zones.includes(shape.props.part ?? '')));
      const bounds = (zone && editor.getShapePageBounds(zone)) ?? editor.getViewportPageBounds();
      return onScreen(bounds, editor.pageToViewport(bounds.point), editor.getZoomLevel());
    },
    [editor, zones],
  );
  const at = ({ x, y }: { x: number; y: number }) => ({ left: place.x + x * place.w, top: place.y + y * place.h });
  return (
    <div className={styles.crowd} aria-hidden="true" data-pretend>
      {pretendAt(since, isStill).map(({ who, at: cursor, notes }) => (
        <div key={who} data-who={who}>
          {notes.map((note) => (
            <p key={note.line} className={styles.note} style={at(note)}>
              {lines[note.line]?.slice(0, note.letters)}
            </p>
          ))}
          <span className={styles.cursor} style={at(cursor)}>
            <MousePointer2 size={18} />
            <span className={styles.name}>{names[who]}</span>
          </span>
        </div>
      ))}
      <p className={styles.told}>{t('session.pretend')}</p>
    </div>
  );
}

function onScreen({ w, h }: Box, { x, y }: { x: number; y: number }, zoom: number) {
  return { x, y, w: w * zoom, h: h * zoom };
}

function useSince(): number {
  const [since, setSince] = useState(0);
  useEffect(() => {
    const began = performance.now();
    const timer = setInterval(() => setSince(performance.now() - began), tickMs);
    return () => clearInterval(timer);
  }, []);
  return since;
}
