// One's group on the page without canvas: who is in it, its zone, the call for help; and the question where one comes from.
import { groupOf, isGrouped } from '@commonboard/shared/groups/group-set.ts';
import type { OutlineNode } from '@commonboard/shared/protocol/routes.ts';
import type { SessionView } from '@commonboard/shared/session/session-view.ts';
import groupStyles from '../session/groups/groups.module.css';
import { OwnGroup } from '../session/groups/own-group.tsx';
import { type SectorAsked, useSectorLine } from '../session/groups/sector-asked.ts';
import { SectorLine } from '../session/groups/sector-line.tsx';
import { Warning } from '../session/groups/warning.tsx';
import type { SessionStore } from '../session/session-store.ts';
import { t } from '../ui/messages/t.ts';
import { goToZone } from './go-to-zone.ts';
import styles from './page.module.css';
import { useKeptFocus } from './use-kept-focus.ts';

interface GroupPartProps {
  store: SessionStore;
  view: SessionView;
  participantId: string;
  sectorAsked: SectorAsked;
}

export function GroupPart({ store, view, participantId, sectorAsked }: GroupPartProps) {
  const heading = useKeptFocus();
  const { groups, sectors } = view;
  const line = useSectorLine(view, participantId, sectorAsked);
  if (!isGrouped(groups) && !line.isShown) return null;
  return (
    <section className={styles.part} aria-labelledby="page-group">
      <h2 ref={heading} id="page-group" tabIndex={-1} className={styles.partTitle}>
        {t('groups.bar')}
      </h2>
      <div className={groupStyles.parts}>
        {isGrouped(groups) ? (
          <>
            <Warning store={store} set={groups} isSaidElsewhere />
            <OwnGroup store={store} set={groups} participantId={participantId} onGo={goToZone} isSaidElsewhere />
          </>
        ) : (
          <SectorLine
            store={store}
            hasSaid={Object.hasOwn(sectors.said, participantId)}
            {...(line.onClose && { onClose: line.onClose })}
          />
        )}
      </div>
    </section>
  );
}

/** Where this person's group works; null where they are in none. */
export function ownZone({ groups }: SessionView, participantId: string): string | null {
  return isGrouped(groups) ? (groupOf(groups, participantId)?.zone ?? null) : null;
}

/** The zone of one's own group is read before all others. */
export function withZoneFirst(pages: readonly OutlineNode[], zone: string | null): readonly OutlineNode[] {
  const own = zone === null ? undefined : pages.find(({ children }) => children.some(({ id }) => id === zone));
  if (!own) return pages;
  const first = own.children.filter(({ id }) => id === zone);
  const page = { ...own, children: [...first, ...own.children.filter(({ id }) => id !== zone)] };
  return [page, ...pages.filter((other) => other !== own)];
}
