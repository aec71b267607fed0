// English: what is said on and around the canvas.
import type { Messages } from './message.ts';

export const enCanvas = {} as const satisfies Messages;
