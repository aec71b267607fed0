// Which cards people have placed so differently that the card says so. Filled from the places that the session holds; kept
// nowhere else.
import { EditorAtom } from 'tldraw';

export const disagreedCards = new EditorAtom<ReadonlySet<string>>('cards people disagree on', () => new Set());
