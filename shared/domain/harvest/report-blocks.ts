// A report as a row of blocks. Markdown, HTML and the word-processor document are all written from it.
import type { Table } from './table.ts';

export type Block =
  | { type: 'heading'; level: 1 | 2 | 3; text: string }
  /** `quiet` is what stands beside the matter: dates, questions, what was left out. */
  | { type: 'text'; text: string; quiet?: true | undefined }
  | { type: 'list'; items: readonly ListItem[] }
  /** Only columns that hold something are written. */
  | { type: 'table'; table: Table };

export interface ListItem {
  /** What it is, such as the kind of a card; may be empty. */
  lead: string;
  text: string;
  /** Smaller, after it. */
  more: string;
}
