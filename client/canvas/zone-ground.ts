// Whether zones have their paper colour in the export being made: without a background, only what people put there is drawn.
import { EditorAtom } from 'tldraw';

export const zonesArePaper = new EditorAtom('zones are paper', () => true);
