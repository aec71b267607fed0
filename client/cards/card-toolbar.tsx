// What can be done with the selected notes, cards, link or zone, right over them.
import { kindOf } from '@commonboard/shared/domain/kinds.ts';
import { textIn } from '@commonboard/shared/domain/text.ts';
import { isWritten } from '@commonboard/shared/board/notes/written-shape.ts';
import { isCard } from '@commonboard/shared/schema/card-shape.ts';
import { ChevronDown, PanelRight, StickyNote } from 'lucide-react';
import { Box, TldrawUiContextualToolbar, useEditor, useValue, type Editor, type TLShape } from 'tldraw';
import { Button, IconButton } from '../ui/button.tsx';
import { locale } from '../ui/messages/locale.ts';
import { t } from '../ui/messages/t.ts';
import { ArrangeMenu } from './arrange-menu.tsx';
import { makeCards, makeNotes } from './card-changes.ts';
import { kindOfCard } from './card-content.ts';
import { linkEnds } from './card-links.ts';
import styles from './card-toolbar.module.css';
import { openDetails } from './details-request.ts';
import { KindMenu } from './kind-menu.tsx';
import { KindSign } from './kind-sign.tsx';
import { LinkTools } from './link-tools.tsx';

export function CardToolbar() {
  const editor = useEditor();
  const shapes = useValue('selection that means something', () => meantSelection(editor), [editor]);
  const isAtRest = useValue('nothing is being done', () => editor.isInAny('select.idle', 'select.pointing_shape'), [
    editor,
  ]);
  if (shapes === null || !isAtRest) return null;
  return (
    <TldrawUiContextualToolbar
      className={styles.toolbar ?? ''}
      label={t('cards.toolbar')}
      getSelectionBounds={() => topOf(editor.getSelectionScreenBounds())}
    >
      <Tools shapes={shapes} />
    </TldrawUiContextualToolbar>
  );
}

function Tools({ shapes }: { shapes: readonly TLShape[] }) {
  const editor = useEditor();
  const only = shapes.length === 1 ? shapes[0] : undefined;
  if (only?.type === 'arrow') return <LinkTools arrow={only} />;
  return (
    <>
      <KindMenu trigger={<KindButton shapes={shapes} />} onKind={(kind) => makeCards(editor, shapes, kind)} />
      <ArrangeMenu shapes={shapes.filter(isWritten)} />
      {shapes.some(isCard) && (
        <>
          <IconButton label={t('cards.details')} onClick={() => openDetails(editor)}>
            <PanelRight size={18} aria-hidden="true" />
          </IconButton>
          <IconButton label={t('cards.to-note')} onClick={() => makeNotes(editor, shapes)}>
            <StickyNote size={18} aria-hidden="true" />
          </IconButton>
        </>
      )}
    </>
  );
}

/** The kind of all of them; "Make a card" where there is none yet. */
function KindButton({ shapes, ...rest }: { shapes: readonly TLShape[] }) {
  const kinds = new Set(shapes.map((shape) => (isCard(shape) ? kindOfCard(shape) : null)));
  const [kind] = kinds.size === 1 ? [...kinds] : [null];
  const name = kind ? textIn(kindOf(kind).label, locale) : t('cards.make', { count: shapes.length });
  return (
    <Button look="quiet" icon={<KindSign kind={kind ?? null} size={18} />} {...rest}>
      {name}
      <ChevronDown size={16} aria-hidden="true" />
    </Button>
  );
}

/** Notes and cards, or one arrow between two cards; null for any other selection. */
function meantSelection(editor: Editor): readonly TLShape[] | null {
  const shapes = editor.getSelectedShapes();
  if (shapes.length === 0 || editor.getIsReadonly() || shapes.some(({ isLocked }) => isLocked)) return null;
  if (shapes.every(isWritten)) return shapes;
  const [only] = shapes;
  return shapes.length === 1 && only && linkEnds(editor, only) ? shapes : null;
}

/** The toolbar stands over the selection, not over its middle. */
function topOf(bounds: Box | undefined): Box | undefined {
  return bounds && new Box(bounds.x, bounds.y, bounds.w, 0);
}
