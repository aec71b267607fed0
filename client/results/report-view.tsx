// The report on the page, block by block as in the files.
import type { Block } from '@commonboard/shared/domain/harvest/report-blocks.ts';
import styles from './results.module.css';
import { TableView } from './table-view.tsx';

const headings = { 1: 'h3', 2: 'h4', 3: 'h5' } as const;

export function ReportView({ blocks }: { blocks: readonly Block[] }) {
  return (
    <article className={styles.report}>
      {blocks.map((block, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- a block is known by its place only
        <BlockView key={i} block={block} />
      ))}
    </article>
  );
}

function BlockView({ block }: { block: Block }) {
  switch (block.type) {
    case 'heading': {
      // The dialog's title stands above them all.
      const Heading = headings[block.level];
      return <Heading>{block.text}</Heading>;
    }
    case 'text':
      return <p className={block.quiet ? styles.quiet : undefined}>{block.text}</p>;
    case 'list':
      return (
        <ul>
          {block.items.map(({ lead, text, more }, i) => (
            // oxlint-disable-next-line react/no-array-index-key -- an item is known by its place only
            <li key={i}>
              {lead !== '' && <b>{lead}: </b>}
              {text}
              {more !== '' && <small> ({more})</small>}
            </li>
          ))}
        </ul>
      );
    case 'table':
      return <TableView table={block.table} />;
  }
}
