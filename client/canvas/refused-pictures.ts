// A picture that could not be stored leaves nothing behind: tldraw takes back the asset and forgets the shape that shows it.
import type { Editor } from 'tldraw';

/** Returns its stop. */
export function removeRefusedPictures(editor: Editor): () => void {
  return editor.sideEffects.registerAfterDeleteHandler('asset', (asset, source) => {
    if (source !== 'user') return;
    const shown = [...editor.store.query.records('shape').get()].filter(
      (shape) => shape.type === 'image' && shape.props.assetId === asset.id,
    );
    // Not a step of the person's own: there is nothing that an undo could bring back.
    editor.run(() => editor.deleteShapes(shown), { history: 'ignore', ignoreShapeLock: true });
  });
}
