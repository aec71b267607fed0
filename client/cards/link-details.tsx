// Everything that can be said of a link: why one leads to the other, what has to be true for that, how sure the group is.
import { filledFields } from '@commonboard/shared/board/board-model.ts';
import { richTextFromPlain } from '@commonboard/shared/board/text/rich-text.ts';
import { linkTypes } from '@commonboard/shared/domain/link-types.ts';
import { textIn } from '@commonboard/shared/domain/text.ts';
import { cardWidth, isCard, type CardShape } from '@commonboard/shared/schema/card-shape.ts';
import { linkSaid, rationaleCharsMax } from '@commonboard/shared/schema/link-meta.ts';
import { Plus } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { createShapeId, useValue, type Editor, type TLArrowShape } from 'tldraw';
import { Button } from '../ui/button.tsx';
import { locale } from '../ui/messages/locale.ts';
import { t } from '../ui/messages/t.ts';
import { SelectField, TextArea } from '../ui/form-fields.tsx';
import { TextField } from '../ui/text-field.tsx';
import { kindOfCard, titleOf } from './card-content.ts';
import { changeLink, linkEnds, linkTypeOf, type LinkChange } from './card-links.ts';
import styles from './details-panel.module.css';

export function LinkDetails({ editor, arrow }: { editor: Editor; arrow: TLArrowShape }) {
  const ends = useValue('ends of the link', () => linkEnds(editor, arrow), [editor, arrow]);
  if (!ends) return null;
  const said = linkSaid(arrow.meta);
  const type = linkTypeOf(arrow, ends);
  const start = (): void => void editor.markHistoryStoppingPoint('change link');
  const change = (next: LinkChange): void => {
    const now = editor.getShape(arrow.id);
    if (now?.type === 'arrow') changeLink(editor, now, ends, next);
  };
  return (
    <>
      <h2 className={styles.title} dir="auto">
        {titleOf(editor, ends.from.id) || t('cards.untitled')}{' '}
        <span className={styles.hint}>{textIn(linkTypes[type].verb, locale)}</span>{' '}
        {titleOf(editor, ends.to.id) || t('cards.untitled')}
      </h2>
      <TextArea
        key={arrow.id}
        label={t('cards.link.rationale')}
        value={said.rationale ?? ''}
        maxLength={rationaleCharsMax}
        onFocus={start}
        onText={(text) => change({ rationale: text === '' ? undefined : text })}
      />
      <SelectField
        label={t('cards.link.direction')}
        value={said.direction ?? 'directed'}
        options={[
          { value: 'directed', label: t('cards.link.directed') },
          { value: 'mutual', label: t('cards.link.mutual') },
          { value: 'undirected', label: t('cards.link.undirected') },
        ]}
        onValue={(direction) => {
          start();
          change({ direction });
        }}
      />
      <SelectField
        label={t('cards.link.strength')}
        value={String(said.strength ?? '')}
        options={[
          { value: '', label: t('cards.not-said') },
          { value: '1', label: t('cards.link.weak') },
          { value: '2', label: t('cards.link.medium') },
          { value: '3', label: t('cards.link.strong') },
        ]}
        onValue={(strength) => {
          start();
          change({ strength: strength === '1' ? 1 : strength === '2' ? 2 : strength === '3' ? 3 : undefined });
        }}
      />
      <SelectField
        label={t('cards.link.confidence')}
        value={String(said.confidence ?? '')}
        options={[
          { value: '', label: t('cards.not-said') },
          ...[0, 25, 50, 75, 100].map((value) => ({ value: String(value), label: `${value} %` })),
        ]}
        onValue={(confidence) => {
          start();
          change({ confidence: confidence === '' ? undefined : Number(confidence) });
        }}
      />
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={said.delayed ?? false}
          onChange={({ target }) => {
            start();
            change({ delayed: target.checked || undefined });
          }}
        />
        {t('cards.link.delayed')}
      </label>
      <Assumptions editor={editor} arrow={arrow} />
    </>
  );
}

function Assumptions({ editor, arrow }: { editor: Editor; arrow: TLArrowShape }) {
  const [text, setText] = useState('');
  const own = useValue('assumptions of the link', () => assumptionsOf(editor, arrow), [editor, arrow]);
  const add = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === '') return;
    addAssumption(editor, arrow, text.trim());
    setText('');
  };
  return (
    <fieldset className={styles.group}>
      <legend>{t('cards.link.assumptions')}</legend>
      <ul className={styles.list}>
        {own.map(({ id }) => (
          <li key={id}>
            <Button look="quiet" onClick={() => editor.select(id).zoomToSelectionIfOffscreen()}>
              {titleOf(editor, id) || t('cards.untitled')}
            </Button>
          </li>
        ))}
      </ul>
      <form className={styles.row} onSubmit={add}>
        <TextField
          label={t('cards.link.assumption.new')}
          value={text}
          maxLength={400}
          onChange={({ target }) => setText(target.value)}
        />
        <Button type="submit" icon={<Plus size={18} aria-hidden="true" />}>
          {t('cards.add')}
        </Button>
      </form>
    </fieldset>
  );
}

function assumptionsOf(editor: Editor, arrow: TLArrowShape): CardShape[] {
  return editor
    .getCurrentPageShapes()
    .filter(isCard)
    .filter((card) => kindOfCard(card) === 'assumption' && filledFields({ ...card.props }).on === arrow.id);
}

/** Beside the middle of the arrow. */
function addAssumption(editor: Editor, arrow: TLArrowShape, text: string): void {
  const bounds = editor.getShapePageBounds(arrow);
  if (!bounds) return;
  const beside = assumptionsOf(editor, arrow).length;
  editor.markHistoryStoppingPoint('add assumption');
  editor.createShape({
    id: createShapeId(),
    type: 'card',
    parentId: editor.getCurrentPageId(),
    x: bounds.center.x + 40 + beside * 24,
    y: bounds.center.y - 40 + beside * 24,
    props: { kind: 'assumption', w: cardWidth, richText: richTextFromPlain(text), on: arrow.id },
  });
}
