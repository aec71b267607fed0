// Pictures that an export could not hold, because their file does not come from the server.
import type { Editor, TLImageShape, TLShapeId } from 'tldraw';
import { shapesIn, type PictureScope } from './export-picture.ts';

export async function picturesMissingIn(editor: Editor, scope: PictureScope): Promise<number> {
  const images = [...withDescendants(editor, shapesIn(editor, scope))].flatMap((id) => {
    const shape = editor.getShape(id);
    return shape?.type === 'image' ? [shape] : [];
  });
  const there = await Promise.all(images.map((image) => isThere(editor, image)));
  return there.filter((is) => !is).length;
}

function withDescendants(editor: Editor, ids: TLShapeId[]): Set<TLShapeId> {
  return editor.getShapeAndDescendantIds(ids);
}

async function isThere(editor: Editor, image: TLImageShape): Promise<boolean> {
  const address = await editor.resolveAssetUrl(image.props.assetId, { shouldResolveToOriginal: true });
  if (!address) return false;
  try {
    return (await fetch(address)).ok;
  } catch {
    return false;
  }
}
