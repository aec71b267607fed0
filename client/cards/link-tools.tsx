// The small menu of an arrow between two cards: what it means, whether more of one gives more or less of the other, and the rest
// on demand.
import { isLinkType, linkTypes, linkTypesFor } from '@commonboard/shared/domain/link-types.ts';
import { textIn } from '@commonboard/shared/domain/text.ts';
import { linkSaid } from '@commonboard/shared/schema/link-meta.ts';
import { Minus, PanelRight, Plus, Repeat } from 'lucide-react';
import { useEditor, useValue, type TLArrowShape } from 'tldraw';
import { IconButton } from '../ui/button.tsx';
import { locale } from '../ui/messages/locale.ts';
import { t } from '../ui/messages/t.ts';
import { kindOfCard } from './card-content.ts';
import { changeLink, linkEnds, linkTypeOf, type LinkChange } from './card-links.ts';
import styles from './card-toolbar.module.css';
import { openDetails } from './details-request.ts';

export function LinkTools({ arrow }: { arrow: TLArrowShape }) {
  const editor = useEditor();
  const ends = useValue('ends of the link', () => linkEnds(editor, arrow), [editor, arrow]);
  if (!ends) return null;
  const said = linkSaid(arrow.meta);
  const change = (next: LinkChange): void => {
    editor.markHistoryStoppingPoint('change link');
    changeLink(editor, arrow, ends, next);
  };
  const toggle = (polarity: '+' | '-'): void => change({ polarity: said.polarity === polarity ? undefined : polarity });
  return (
    <>
      <select
        className={styles.select}
        aria-label={t('cards.link.type')}
        value={linkTypeOf(arrow, ends)}
        onChange={({ target }) => isLinkType(target.value) && change({ type: target.value })}
      >
        {linkTypesFor(kindOfCard(ends.from), kindOfCard(ends.to)).map((type) => (
          <option key={type} value={type}>
            {textIn(linkTypes[type].label, locale)}
          </option>
        ))}
      </select>
      <Toggle label={t('cards.link.more')} isOn={said.polarity === '+'} onToggle={() => toggle('+')} sign={Plus} />
      <Toggle label={t('cards.link.less')} isOn={said.polarity === '-'} onToggle={() => toggle('-')} sign={Minus} />
      <Toggle
        label={t('cards.link.feedback')}
        isOn={said.feedback === true}
        onToggle={() => change({ feedback: said.feedback ? undefined : true })}
        sign={Repeat}
      />
      <IconButton label={t('cards.details')} onClick={() => openDetails(editor)}>
        <PanelRight size={18} aria-hidden="true" />
      </IconButton>
    </>
  );
}

interface ToggleProps {
  label: string;
  isOn: boolean;
  onToggle: () => void;
  sign: typeof Plus;
}

function Toggle({ label, isOn, onToggle, sign: Sign }: ToggleProps) {
  return (
    <IconButton label={label} aria-pressed={isOn} className={isOn ? (styles.on ?? '') : ''} onClick={onToggle}>
      <Sign size={18} aria-hidden="true" />
    </IconButton>
  );
}
