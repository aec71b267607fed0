// Shows the template's example on the board, and clears it. Each is one step for undo.
import { metaKeys } from '@commonboard/shared/board/board-model.ts';
import type { BoardModel } from '@commonboard/shared/domain/model.ts';
import { isCard } from '@commonboard/shared/schema/card-shape.ts';
import { exampleRecords } from '@commonboard/shared/templates/example-records.ts';
import type { Template } from '@commonboard/shared/templates/format.ts';
import type { Editor, TLShape } from 'tldraw';
import { showShapes } from '../canvas/show-shapes.ts';
import { locale } from '../ui/messages/locale.ts';

export function isExampleShown({ cards, notes }: BoardModel): boolean {
  return [...cards, ...notes].some(({ example }) => example);
}

/** What is there already stays as it is. False where nothing could be shown. */
export function showExample(editor: Editor, template: Template, model: BoardModel): boolean {
  const { shapes, bindings } = exampleRecords(template, model.zones, locale);
  const missing = shapes.filter(({ id }) => !editor.getShape(id));
  if (missing.length === 0 || !editor.canCreateShapes(missing)) return false;
  const made = new Set(missing.map(({ id }) => id));
  editor.markHistoryStoppingPoint('show the example');
  editor.run(() => {
    // Without the template's order: they come above what is there.
    editor.createShapes(missing.map(({ index: _index, ...shape }) => shape));
    editor.createBindings(bindings.filter(({ fromId, toId }) => made.has(fromId) && editor.getShape(toId)));
  });
  const cards = missing.filter(({ type }) => type !== 'arrow').map(({ id }) => id);
  showShapes(editor, cards);
  editor.selectNone();
  return true;
}

/** With the links that touch it. */
export function clearExample(editor: Editor): void {
  const examples = editor.store.allRecords().filter((record): record is TLShape => {
    if (record.typeName !== 'shape') return false;
    return (isCard(record) && record.props.example === true) || record.meta[metaKeys.example] === true;
  });
  const links = examples.flatMap((shape) => editor.getBindingsToShape(shape, 'arrow').map(({ fromId }) => fromId));
  editor.markHistoryStoppingPoint('clear the example');
  editor.run(() => editor.deleteShapes([...links, ...examples.map(({ id }) => id)]), { ignoreShapeLock: true });
}
