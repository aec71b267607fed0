// Everything that can be said of what is selected: cards (one or several), a link, a zone.
import { isCard } from '@commonboard/shared/schema/card-shape.ts';
import { isZone } from '@commonboard/shared/schema/zone-shape.ts';
import { useValue, type Editor, type TLShape } from 'tldraw';
import { t } from '../ui/messages/t.ts';
import { CardDetails } from './card-details.tsx';
import { linkEnds } from './card-links.ts';
import styles from './details-panel.module.css';
import { GroupOrigin } from './group-origin.tsx';
import { LinkDetails } from './link-details.tsx';
import { ZoneDetails } from './zone-details.tsx';

export interface DetailsPanelProps {
  editor: Editor;
  /** Only a facilitator locks zones and changes locked ones. */
  isFacilitator: boolean;
}

export function DetailsPanel({ editor, isFacilitator }: DetailsPanelProps) {
  const shapes = useValue('selected shapes', () => editor.getSelectedShapes(), [editor]);
  const isReadonly = useValue('look only', () => editor.getIsReadonly(), [editor]);
  return (
    // A fieldset switches all its inputs off at once, for those who may only look.
    <fieldset ref={(panel) => backToCanvas(editor, panel)} className={styles.details} disabled={isReadonly}>
      <legend className={styles.legend}>{t('cards.details')}</legend>
      <Details editor={editor} shapes={shapes} isFacilitator={isFacilitator} />
    </fieldset>
  );
}

/** Escape gives the keys to the canvas again. Menus that stand elsewhere on the page close themselves. Returns its stop. */
function backToCanvas(editor: Editor, panel: HTMLElement | null): () => void {
  const onKey = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') editor.getContainer().focus();
  };
  panel?.addEventListener('keydown', onKey);
  return () => panel?.removeEventListener('keydown', onKey);
}

function Details({ editor, shapes, isFacilitator }: DetailsPanelProps & { shapes: readonly TLShape[] }) {
  const cards = shapes.filter(isCard);
  const [only] = shapes;
  if (cards.length > 0 && cards.length === shapes.length) return <CardDetails editor={editor} cards={cards} />;
  if (shapes.length !== 1 || !only) return <p className={styles.hint}>{t('cards.details.nothing')}</p>;
  if (isZone(only)) return <ZoneDetails editor={editor} zone={only} isFacilitator={isFacilitator} />;
  if (only.type === 'arrow' && linkEnds(editor, only)) return <LinkDetails editor={editor} arrow={only} />;
  if (only.type !== 'note') return <p className={styles.hint}>{t('cards.details.nothing')}</p>;
  return (
    <>
      <p className={styles.hint}>{t('cards.details.note')}</p>
      <GroupOrigin shapes={shapes} />
    </>
  );
}
