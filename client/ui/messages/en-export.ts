// English: the export dialog.
import type { Messages } from './message.ts';

export const enExport = {} as const satisfies Messages;
