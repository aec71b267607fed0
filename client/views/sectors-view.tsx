// Who is in which sector, which sectors are linked with each other, and who bridges them.
import { linkTypes, type LinkType } from '@commonboard/shared/domain/link-types.ts';
import { textIn } from '@commonboard/shared/domain/text.ts';
import { sectorMap, type SectorPair, type SectorRow } from '@commonboard/shared/domain/views/sectors.ts';
import { locale } from '../ui/messages/locale.ts';
import { t } from '../ui/messages/t.ts';
import type { ViewProps } from './board-views.tsx';
import { CardChip, CardChips } from './card-chip.tsx';
import styles from './views.module.css';

export function SectorsView({ model, onCard }: ViewProps) {
  const { rows, pairs, bridges, degrees, unplaced } = sectorMap(model);
  const labels = new Map(rows.map(({ sector, label }) => [sector, textIn(label, locale)]));
  const named = (sectors: readonly string[]): string =>
    sectors.map((sector) => labels.get(sector) ?? sector).join(', ');
  return (
    <div className={styles.view}>
      <div className={styles.lanes}>
        {rows.map(({ sector, label, cards, isSilo }) => (
          <section key={sector} className={styles.box}>
            <h3 className={styles.heading}>{textIn(label, locale)}</h3>
            {isSilo && <p className={styles.warning}>{t('views.silo')}</p>}
            {cards.length === 0 && <p className={styles.none}>{t('views.nobody')}</p>}
            {cards.map((card) => (
              <CardChip
                key={card.id}
                card={card}
                onCard={onCard}
                after={t('views.links', { count: degrees.get(card.id) ?? 0 })}
              />
            ))}
          </section>
        ))}
      </div>
      <PairTable rows={rows.filter(({ cards }) => cards.length > 0)} pairs={pairs} />
      {bridges.length > 0 && (
        <section className={styles.box}>
          <h3 className={styles.heading}>{t('views.bridges')}</h3>
          {bridges.map(({ card, sectors }) => (
            <CardChip key={card.id} card={card} onCard={onCard} after={named(sectors)} />
          ))}
        </section>
      )}
      {unplaced.length > 0 && (
        <section className={styles.box}>
          <h3 className={styles.heading}>{t('views.unsaid')}</h3>
          <CardChips cards={unplaced} onCard={onCard} />
        </section>
      )}
    </div>
  );
}

function PairTable({ rows, pairs }: { rows: readonly SectorRow[]; pairs: readonly SectorPair[] }) {
  if (rows.length === 0) return null;
  const pairOf = (a: string, b: string): SectorPair | undefined =>
    pairs.find((pair) => (pair.a === a && pair.b === b) || (pair.a === b && pair.b === a));
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className={styles.heading}>{t('views.sector-links')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('views.sector')}</th>
            {rows.map(({ sector, label }) => (
              <th key={sector} scope="col">
                {textIn(label, locale)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.sector}>
              <th scope="row">{textIn(row.label, locale)}</th>
              {rows.map(({ sector }) => (
                <td key={sector}>{pairText(pairOf(row.sector, sector))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function pairText(pair: SectorPair | undefined): string {
  if (!pair) return '–';
  const types = Object.entries(pair.byType) as [LinkType, number][];
  return `${pair.count} (${types.map(([type, count]) => `${textIn(linkTypes[type].label, locale)} ${count}`).join(', ')})`;
}
