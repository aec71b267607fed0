// What can be done with several notes and cards at once: tidy them, group them by what they have, make one of them.
import type { WrittenShape } from '@commonboard/shared/board/notes/written-shape.ts';
import { groupingsOf, noFacts, type Grouping } from '@commonboard/shared/domain/arrange/grouping.ts';
import { Combine, LayoutGrid, Rows3 } from 'lucide-react';
import { useEditor } from 'tldraw';
import { IconButton } from '../ui/button.tsx';
import { Menu, MenuGroup, MenuItem } from '../ui/menu.tsx';
import type { MessageKey } from '../ui/messages/catalogue.ts';
import { locale } from '../ui/messages/locale.ts';
import { t } from '../ui/messages/t.ts';
import { showToast } from '../ui/toast-list.ts';
import { canTidy, groupBy, mergeIntoOne, thingOf, tidy } from './arrange.ts';

const groupingNames = {
  kind: 'cards.group.kind',
  tag: 'cards.group.tag',
  colour: 'cards.group.colour',
  status: 'cards.group.status',
  sector: 'cards.group.sector',
  group: 'cards.group.group',
  author: 'cards.group.author',
  votes: 'cards.group.votes',
} as const satisfies Record<Grouping, MessageKey>;

export function ArrangeMenu({ shapes }: { shapes: readonly WrittenShape[] }) {
  const editor = useEditor();
  if (shapes.length < 2) return null;
  const isMovable = canTidy(editor, shapes);
  const groupings = isMovable ? groupingsOf(shapes.map(thingOf), noFacts, locale) : [];
  const button = (
    <IconButton label={t('cards.arrange')}>
      <LayoutGrid size={18} aria-hidden="true" />
    </IconButton>
  );
  return (
    <Menu trigger={button} align="start" onClosed={() => editor.getContainer().focus()}>
      {isMovable && (
        <MenuItem icon={<Rows3 size={18} aria-hidden="true" />} onSelect={() => tidy(editor, shapes)}>
          {t('cards.tidy')}
        </MenuItem>
      )}
      <MenuItem
        icon={<Combine size={18} aria-hidden="true" />}
        onSelect={() => {
          if (!mergeIntoOne(editor, shapes)) showToast('trouble', t('cards.merge.too-much'));
        }}
      >
        {t('cards.merge', { count: shapes.length })}
      </MenuItem>
      {groupings.length > 0 && (
        <MenuGroup label={t('cards.group')}>
          {groupings.map((by) => (
            <MenuItem key={by} onSelect={() => groupBy(editor, shapes, by, noFacts)}>
              {t(groupingNames[by])}
            </MenuItem>
          ))}
        </MenuGroup>
      )}
    </Menu>
  );
}
