// Chooses a kind: those of this board first, then all, family by family.
import { kindNames, kindOf, type Family, type Kind } from '@commonboard/shared/domain/kinds.ts';
import { textIn } from '@commonboard/shared/domain/text.ts';
import { isCard } from '@commonboard/shared/schema/card-shape.ts';
import { isZone } from '@commonboard/shared/schema/zone-shape.ts';
import type { ReactNode } from 'react';
import { useEditor, useValue, type Editor } from 'tldraw';
import { Menu, MenuGroup, MenuItem } from '../ui/menu.tsx';
import type { MessageKey } from '../ui/messages/catalogue.ts';
import { locale } from '../ui/messages/locale.ts';
import { t } from '../ui/messages/t.ts';
import { KindSign } from './kind-sign.tsx';

/** In the order of the menu. */
const familyNames = {
  chain: 'cards.family.chain',
  support: 'cards.family.support',
  stakeholder: 'cards.family.stakeholder',
  goal: 'cards.family.goal',
  resource: 'cards.family.resource',
  agreement: 'cards.family.agreement',
  session: 'cards.family.session',
  story: 'cards.family.story',
  word: 'cards.family.word',
} as const satisfies Record<Family, MessageKey>;
const families = Object.keys(familyNames) as Family[];

export function KindMenu({ trigger, onKind }: { trigger: ReactNode; onKind: (kind: Kind) => void }) {
  const editor = useEditor();
  const here = useValue('kinds of this board', () => kindsHere(editor), [editor]);
  return (
    <Menu trigger={trigger} align="start" onClosed={() => editor.getContainer().focus()}>
      {here.length > 0 && <KindGroup name={t('cards.kinds.here')} kinds={here} onKind={onKind} />}
      {families.map((family) => (
        <KindGroup
          key={family}
          name={t(familyNames[family])}
          kinds={kindNames.filter((kind) => kindOf(kind).family === family && !here.includes(kind))}
          onKind={onKind}
        />
      ))}
    </Menu>
  );
}

interface GroupProps {
  name: string;
  kinds: readonly Kind[];
  onKind: (kind: Kind) => void;
}

function KindGroup({ name, kinds, onKind }: GroupProps) {
  if (kinds.length === 0) return null;
  return (
    <MenuGroup label={name}>
      {kinds.map((kind) => (
        <MenuItem key={kind} icon={<KindSign kind={kind} size={18} />} onSelect={() => onKind(kind)}>
          {textIn(kindOf(kind).label, locale)}
        </MenuItem>
      ))}
    </MenuGroup>
  );
}

/** Of zones and cards on this page, in the order of the vocabulary. */
function kindsHere(editor: Editor): Kind[] {
  const found = new Set<string>();
  for (const shape of editor.getCurrentPageShapes()) {
    if (isCard(shape)) found.add(shape.props.kind);
    if (!isZone(shape)) continue;
    const { kind, cells = [], accepts = [] } = shape.props;
    for (const name of [kind, ...accepts, ...cells.map((cell) => cell.kind)]) if (name !== undefined) found.add(name);
  }
  return kindNames.filter((kind) => found.has(kind));
}
