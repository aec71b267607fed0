// All but one zone in the shade: where everybody is to look. Nothing under the shade is locked.
import { useEditor, useValue, type TLShapeId } from 'tldraw';
import { createContext, useContext } from 'react';
import styles from './spotlight.module.css';

/** Id of the zone; null: everything is in the light. */
export const SpotlightContext = createContext<string | null>(null);

export function Spotlight() {
  const editor = useEditor();
  const zone = useContext(SpotlightContext);
  const place = useValue(
    'place of the zone in the light',
    () => {
      if (zone === null) return null;
      const bounds = editor.getShapePageBounds(zone as TLShapeId);
      if (!bounds) return null;
      const corner = editor.pageToViewport(bounds.point);
      const z = editor.getZoomLevel();
      return { left: corner.x, top: corner.y, width: bounds.w * z, height: bounds.h * z };
    },
    [editor, zone],
  );
  return place && <div className={styles.light} style={place} data-light={zone} />;
}
