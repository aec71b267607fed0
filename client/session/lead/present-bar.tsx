// Zone by zone in the order of the agenda, all people with it: by button, by touch, and by arrow and page keys.
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, type RefObject } from 'react';
import { useValue, type Editor } from 'tldraw';
import { Button, IconButton } from '../../ui/button.tsx';
import { t } from '../../ui/messages/t.ts';
import type { SessionStore } from '../session-store.ts';
import styles from '../session.module.css';
import { zonesInAgendaOrder } from '@commonboard/shared/session/zone-order.ts';
import { zonesOn } from '../zones-on.ts';

interface PresentBarProps {
  store: SessionStore;
  view: SessionView;
  editor: Editor;
}

/** While one zone is in the light, for who leads. */
export function PresentBar({ store, view, editor }: PresentBarProps) {
  const zones = useValue('zones in agenda order', () => zonesInAgendaOrder(zonesOn(editor), view), [editor, view]);
  const at = zones.findIndex(({ id }) => id === view.spotlight);
  const show = (step: number): void => {
    const zone = zones[at + step];
    if (zone) void store.send({ type: 'spotlight', zone: zone.id });
  };
  const bar = useRef<HTMLElement>(null);
  useKeys(bar, { onStep: show, onEnd: () => void store.send({ type: 'spotlight', zone: null }) });
  const zone = zones[at];
  if (!zone) return null;
  return (
    <section ref={bar} className={styles.present} aria-label={t('session.present')}>
      <IconButton label={t('session.present.before')} aria-disabled={at === 0} onClick={() => show(-1)}>
        <ChevronLeft size={20} aria-hidden="true" />
      </IconButton>
      <output className={styles.presentAt}>
        {t('session.present.at', { at: at + 1, all: zones.length, zone: zone.title || t('session.present.untitled') })}
      </output>
      <IconButton label={t('session.present.next')} aria-disabled={at === zones.length - 1} onClick={() => show(1)}>
        <ChevronRight size={20} aria-hidden="true" />
      </IconButton>
      <Button
        look="quiet"
        icon={<X size={18} aria-hidden="true" />}
        onClick={() => void store.send({ type: 'spotlight', zone: null })}
      >
        {t('session.present.end')}
      </Button>
    </section>
  );
}

const steps: Readonly<Record<string, number>> = { PageDown: 1, PageUp: -1, ArrowRight: 1, ArrowLeft: -1 };

/** What a clicker sends counts wherever the focus is, unless somebody writes; arrows only in the bar itself. */
function useKeys(bar: RefObject<HTMLElement | null>, on: { onStep: (step: number) => void; onEnd: () => void }): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    const step = steps[event.key];
    const isInBar = event.target instanceof Node && bar.current?.contains(event.target) === true;
    if (step === undefined || (event.key.startsWith('Arrow') && !isInBar) || isWriting(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
    on.onStep(step);
  });
  useEffect(() => {
    // Before the canvas, to which the same keys mean its pages.
    window.addEventListener('keydown', pressed, { capture: true });
    return () => window.removeEventListener('keydown', pressed, { capture: true });
  }, []);
}

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input, textarea, select');
}
