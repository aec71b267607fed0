// What of a board can be exported: the page, the selection, each zone of the page.
import { isZone } from '@commonboard/shared/schema/zone-shape.ts';
import type { Editor } from 'tldraw';
import { t } from '../ui/messages/t.ts';
import type { PictureScope } from './export-picture.ts';

export interface NamedScope {
  key: string;
  label: string;
  /** For the file's name; null for the board itself. */
  name: string | null;
  scope: PictureScope;
}

export function scopesOf(editor: Editor): NamedScope[] {
  const pages = editor.getPages();
  const page = editor.getCurrentPage();
  const pageScope: NamedScope = {
    key: 'page',
    label: pages.length > 1 ? t('export.scope.page', { name: page.name }) : t('export.scope.board'),
    name: pages.length > 1 ? page.name : null,
    scope: { kind: 'page' },
  };
  const selected = editor.getSelectedShapeIds().length;
  const selection: NamedScope = {
    key: 'selection',
    label: t('export.scope.selection', { count: selected }),
    name: t('export.name.selection'),
    scope: { kind: 'selection' },
  };
  const zones = editor
    .getCurrentPageShapesSorted()
    .filter(isZone)
    .map((zone): NamedScope => ({
      key: zone.id,
      label: t('export.scope.zone', { title: zone.props.title }),
      name: zone.props.title,
      scope: { kind: 'zone', id: zone.id },
    }));
  return [pageScope, ...(selected > 0 ? [selection] : []), ...zones];
}
