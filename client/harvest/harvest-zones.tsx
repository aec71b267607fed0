// Which zones are in, and in which order they are told of: page by page where the board has several. What is taken out keeps its place
// as long as the dialog is open, so that nothing jumps away under a finger or the keyboard.
import type { HarvestEdit } from '@commonboard/shared/harvest/harvest.ts';
import { ArrowUp } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../ui/button.tsx';
import { t } from '../ui/messages/t.ts';
import { Check } from './check.tsx';
import styles from './harvest.module.css';

export interface HarvestZone {
  id: string;
  title: string;
  /** Name of its page. */
  page: string;
  pageId: string;
}

interface ZonesProps {
  edit: HarvestEdit;
  /** In the order of the agenda, page by page. */
  zones: readonly HarvestZone[];
  onEdit: (edit: HarvestEdit) => void;
}

export function Zones({ edit, zones, onEdit }: ZonesProps) {
  const [order, setOrder] = useState<readonly string[]>(() => edit.zones ?? []);
  const [said, setSaid] = useState('');
  const chosen = new Set(edit.zones ?? zones.map(({ id }) => id));
  const pages = [...Map.groupBy(inOrder(zones, order), ({ pageId }) => pageId).values()];
  const all = pages.flat();

  function choose(isOn: (zone: HarvestZone) => boolean, rows: readonly HarvestZone[] = all): void {
    setOrder(rows.map(({ id }) => id));
    onEdit({ ...edit, zones: rows.filter(isOn).map(({ id }) => id) });
  }
  function up(zone: HarvestZone, page: readonly HarvestZone[]): void {
    const at = page.indexOf(zone);
    const before = page[at - 1];
    if (!before) return;
    setSaid(t('harvest.zone.moved', { zone: nameOf(zone), place: at, count: page.length }));
    const swapped = (one: HarvestZone): HarvestZone => (one === zone ? before : one === before ? zone : one);
    choose(({ id }) => chosen.has(id), all.map(swapped));
  }
  return (
    <fieldset className={styles.choices}>
      <legend>{t('harvest.zones')}</legend>
      {pages.map((page) => (
        <Page key={page[0]?.pageId} name={pages.length > 1 ? (page[0]?.page ?? '') : null}>
          {page.map((zone, i) => (
            <div key={zone.id} className={styles.zone}>
              <Check
                name={nameOf(zone)}
                isOn={chosen.has(zone.id)}
                onToggle={() => choose(({ id }) => (id === zone.id) !== chosen.has(id))}
              />
              <IconButton
                label={t('harvest.zone.up', { zone: nameOf(zone) })}
                aria-disabled={i === 0}
                onClick={() => up(zone, page)}
              >
                <ArrowUp size={16} aria-hidden="true" />
              </IconButton>
            </div>
          ))}
        </Page>
      ))}
      <Check name={t('harvest.beside')} isOn={edit.beside} onToggle={() => onEdit({ ...edit, beside: !edit.beside })} />
      <output className={styles.said}>{said}</output>
    </fieldset>
  );
}

/** `name`: null where the board has zones on one page only. */
function Page({ name, children }: { name: string | null; children: React.ReactNode }) {
  if (name === null) return children;
  return (
    <fieldset className={styles.page}>
      <legend>{name}</legend>
      {children}
    </fieldset>
  );
}

/** Those that are chosen. One that is gone since is passed over. */
export function chosenZones({ zones: ids }: HarvestEdit, zones: readonly HarvestZone[]): readonly HarvestZone[] {
  return ids === null ? zones : ids.flatMap((id) => zones.filter((zone) => zone.id === id));
}

function inOrder(zones: readonly HarvestZone[], order: readonly string[]): HarvestZone[] {
  const known = order.flatMap((id) => zones.filter((zone) => zone.id === id));
  return [...known, ...zones.filter((zone) => !known.includes(zone))];
}

function nameOf({ title }: HarvestZone): string {
  return title.trim() || t('harvest.zone.untitled');
}
