// The board to read: zones as headings, and in them notes, and cards with what is said of each.
import type { OutlineNode } from '@commonboard/shared/protocol/routes.ts';
import { memo, useMemo, type ReactNode } from 'react';
import { OutlineView } from '../outline/outline-view.tsx';
import { t } from '../ui/messages/t.ts';
import { Waiting } from '../ui/spinner.tsx';
import { CardFacts } from './card-facts.tsx';
import { withZoneFirst } from './group-part.tsx';
import type { Outline } from './page-link.ts';
import styles from './page.module.css';

interface ReadPartProps {
  outline: Outline | null;
  /** Id of the zone that is read before all others: that of one's own group. */
  first: string | null;
}

/** Drawn anew only when the board is another: it may be long. */
export const ReadPart = memo(function ReadPart({ outline, first }: ReadPartProps) {
  const pages = useMemo(() => withZoneFirst(outline?.pages ?? [], first), [outline, first]);
  const about = useMemo(() => factsOf(titlesIn(outline?.pages ?? [])), [outline]);
  return (
    <section className={styles.part} aria-labelledby="page-read">
      <h2 id="page-read" className={styles.partTitle}>
        {t('page.read')}
      </h2>
      {outline ? <OutlineView pages={pages} about={about} /> : <Waiting text={t('page.read.loading')} />}
    </section>
  );
});

function factsOf(titles: ReadonlyMap<string, string>): (node: OutlineNode) => ReactNode {
  return ({ card }) => card && <CardFacts card={card} titleOf={(id) => titles.get(id) ?? ''} />;
}

/** By id, wherever it stands. */
export function titlesIn(nodes: readonly OutlineNode[], titles = new Map<string, string>()): Map<string, string> {
  for (const { id, title, children } of nodes) {
    titles.set(id, title);
    titlesIn(children, titles);
  }
  return titles;
}
